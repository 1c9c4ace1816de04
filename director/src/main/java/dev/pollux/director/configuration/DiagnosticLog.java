package dev.pollux.director.configuration;

import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.bind.AcceptedKeyword;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Configuration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a reading found into the log. */
public final class DiagnosticLog {

    private static final Logger LOG = LoggerFactory.getLogger(DiagnosticLog.class);

    private DiagnosticLog() {}

    /** Every finding, one line each with its place. */
    public static void write(ReadResult result) {
        for (Diagnostic diagnostic : result.diagnostics()) {
            // Said once for all of them, by writeAccepted.
            if (diagnostic.code() != DiagnosticCode.NOT_ACTED_ON) {
                write(diagnostic);
            }
        }
    }

    /** Keywords that have no effect: the operator must not believe in protection that is not there. */
    public static void writeAccepted(ReadResult result) {
        List<AcceptedKeyword> waiting = result.accepted().stream()
                .filter(keyword -> keyword.reason().isEmpty())
                .toList();
        if (!waiting.isEmpty()) {
            LOG.warn(
                    "Accepted, but not acted on yet: {}",
                    waiting.stream().map(AcceptedKeyword::toString).collect(Collectors.joining(", ")));
        }
        result.accepted().stream()
                .filter(keyword -> !keyword.reason().isEmpty())
                .forEach(keyword -> LOG.info("Accepted without effect: {}: {}", keyword, keyword.reason()));
    }

    /** What was understood, one line for each instance, group and server; secrets are masked. */
    public static void writeConfiguration(ReadResult result) {
        Configuration configuration = result.configuration();
        LOG.info("{}", configuration.global());
        configuration.vrrpInstances().forEach(instance -> LOG.info("{}", instance));
        configuration.syncGroups().forEach(group -> LOG.info("{}", group));
        configuration.virtualServers().forEach(server -> LOG.info("{}", server));
    }

    private static void write(Diagnostic diagnostic) {
        switch (diagnostic.severity()) {
            case ERROR -> LOG.error("{}", diagnostic);
            case WARNING -> LOG.warn("{}", diagnostic);
            case NOTICE -> LOG.info("{}", diagnostic);
        }
        for (Diagnostic.Note note : diagnostic.notes()) {
            LOG.info("{}: note: {}", note.span(), note.message());
        }
    }
}
