package dev.pollux.director.configuration;

import dev.pollux.director.ExitCode;
import dev.pollux.director.cli.Invocation.CheckPair;
import dev.pollux.director.cli.Invocation.PairMember;
import dev.pollux.director.cli.ReportForm;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticRenderer;
import dev.pollux.grammar.diagnostic.Severity;
import dev.pollux.grammar.pair.PairCheck;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code pollux check-pair}: what would break a pair of directors. */
public final class PairReport {

    /** As {@code pollux check} ends when there are problems. */
    private static final int PROBLEMS = 5;

    private PairReport() {}

    /**
     * Writes the findings to {@code out}, and what each file is wrong with by itself, in short, to {@code errors}.
     *
     * @return 0: nothing found but notices; 5: problems; 6: a file cannot be read
     */
    public static int run(CheckPair request, PrintStream out, PrintStream errors) {
        Judgement first = judge(request.first(), errors);
        Judgement second = judge(request.second(), errors);
        if (!first.result().usable() || !second.result().usable()) {
            return ExitCode.NO_CONFIGURATION.number();
        }
        List<Diagnostic> findings = PairCheck.compare(
                first.result(),
                request.first().file().toString(),
                second.result(),
                request.second().file().toString());
        int code = findings.stream().anyMatch(finding -> counts(finding, request.strict())) ? PROBLEMS : 0;
        String text = request.form() == ReportForm.JSON ? json(first, second, findings, code) : text(findings);
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return code;
    }

    private static Judgement judge(PairMember member, PrintStream errors) {
        Judgement judgement = new Judgement(member.file(), ConfigurationFile.read(member.file(), member.reading()));
        int problems = judgement.problems(false);
        if (!judgement.result().usable()) {
            errors.print(judgement.details());
        } else if (problems > 0) {
            errors.println(member.file() + ": " + problems + " problems in this file by itself; see pollux check -v");
        }
        errors.flush();
        return judgement;
    }

    private static boolean counts(Diagnostic finding, boolean strict) {
        return strict || finding.severity() != Severity.NOTICE;
    }

    private static String text(List<Diagnostic> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(DiagnosticRenderer.render(finding)));
        return text.toString();
    }

    private static String json(Judgement first, Judgement second, List<Diagnostic> findings, int code) {
        StringWriter text = new StringWriter();
        try (FindingsWriter writer = new FindingsWriter(text, false)) {
            writer.writePair(first.file(), second.file(), findings, code);
        }
        return text + "\n";
    }
}
