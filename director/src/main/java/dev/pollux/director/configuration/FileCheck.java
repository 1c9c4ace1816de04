package dev.pollux.director.configuration;

import dev.pollux.director.cli.CheckReport;
import dev.pollux.director.cli.Invocation;
import dev.pollux.director.cli.ReportForm;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code pollux check}: judges many files in one process, one line each. */
public final class FileCheck {

    /** For problems that keepalived does not see; its {@code -t} ends with this number for most of those it sees. */
    private static final int REPORTED = 5;

    private final Invocation.Check request;
    private int worst;

    private FileCheck(Invocation.Check request) {
        this.request = request;
    }

    /**
     * Judges the files in order.
     *
     * @return the greatest exit code of all files; 5 where there are problems that {@code -t} would be silent about
     */
    public static int run(Invocation.Check request, PrintStream out) {
        FileCheck check = new FileCheck(request);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            if (request.report().form() == ReportForm.JSON) {
                check.asJson(writer);
            } else {
                check.asLines(writer);
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the findings", e);
        }
        return check.worst;
    }

    private void asLines(Writer out) throws IOException {
        for (Path file : request.files()) {
            Judgement judgement = judge(file);
            out.write(line(judgement, request.report().strict()));
            if (request.report().verbose()) {
                out.write(judgement.details().indent(4));
            }
        }
    }

    private void asJson(Writer out) throws IOException {
        try (FindingsWriter findings = new FindingsWriter(out, true)) {
            for (Path file : request.files()) {
                findings.write(judge(file));
            }
        }
        out.write('\n');
    }

    private Judgement judge(Path file) {
        Judgement judgement = new Judgement(file, ConfigurationFile.read(file, request.reading()));
        worst = Math.max(worst, weight(judgement, request.report()));
        return judgement;
    }

    private static int weight(Judgement judgement, CheckReport report) {
        boolean unsaid = judgement.exitCode() == 0 && judgement.problems(report.strict()) > 0;
        return unsaid ? REPORTED : judgement.exitCode();
    }

    /** {@code PATH<TAB>CODE<TAB>run|refuse<TAB>PROBLEMS}. */
    private static String line(Judgement judgement, boolean strict) {
        String path = judgement.file().toString().replaceAll("\\p{Cntrl}", "?");
        String verdict = judgement.runs() ? "run" : "refuse";
        return path + "\t" + judgement.exitCode() + "\t" + verdict + "\t" + judgement.problems(strict) + "\n";
    }
}
