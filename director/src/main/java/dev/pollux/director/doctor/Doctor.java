package dev.pollux.director.doctor;

import dev.pollux.director.ExitCode;
import dev.pollux.director.cli.Invocation.Diagnose;
import dev.pollux.director.cli.Invocation.Patient;
import dev.pollux.director.cli.ReportForm;
import dev.pollux.director.configuration.ConfigurationFile;
import dev.pollux.director.doctor.Case.Roles;
import dev.pollux.director.host.HostFacts;
import dev.pollux.director.host.HostReader;
import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.model.Configuration;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code pollux doctor}: reads the facts, lets every check look at them, and tells what they found. */
public final class Doctor {

    /** As {@code pollux check} ends when there are problems. */
    private static final int PROBLEMS = 5;

    private Doctor() {}

    /**
     * Writes the findings to {@code out}.
     *
     * @return 0: nothing but notices; 5: something is wrong; 6: there is no configuration to read
     */
    public static int run(Diagnose request, PrintStream out, PrintStream errors) {
        Optional<Configuration> configuration = configuration(request.patient(), errors);
        if (configuration.isEmpty()) {
            return ExitCode.NO_CONFIGURATION.number();
        }
        HostFacts host = HostReader.read();
        Roles roles = new RoleReader(configuration.get(), host.network()).read(request.patient());
        WireQuestions questions = WireQuestions.of(
                configuration.get(),
                roles,
                host.network(),
                request.examination().listen());
        WireFacts wire = WireReader.read(questions, host.network());
        List<Finding> findings = examine(new Case(configuration.get(), roles, host, wire));
        int code = exitCode(findings);
        String text = request.examination().form() == ReportForm.JSON
                ? FindingsJson.of(findings, code)
                : FindingsText.of(findings);
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return code;
    }

    /** What all checks find. */
    static List<Finding> examine(Case patient) {
        return Check.ALL.stream()
                .flatMap(check -> check.examine(patient).stream())
                .toList();
    }

    static int exitCode(List<Finding> findings) {
        return findings.stream().allMatch(finding -> finding.kind().severity() == Severity.NOTICE)
                ? ExitCode.OK.number()
                : PROBLEMS;
    }

    private static Optional<Configuration> configuration(Patient patient, PrintStream errors) {
        Path file = patient.file();
        if (file == null) {
            return Optional.of(Configuration.empty());
        }
        ReadResult result = ConfigurationFile.read(file, patient.reading());
        if (!result.usable()) {
            errors.println("pollux: " + file + ": there is no configuration to read; a real server needs none: "
                    + "pollux doctor --real-server MODE");
            return Optional.empty();
        }
        if (!result.diagnostics().isEmpty()) {
            errors.println(file + ": there is something to say of this file by itself; see pollux check -v");
        }
        return Optional.of(result.configuration());
    }
}
