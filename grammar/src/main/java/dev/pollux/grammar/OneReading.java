package dev.pollux.grammar;

import dev.pollux.grammar.bind.ConfigurationBinder;
import dev.pollux.grammar.bind.KnownServer;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.source.Preprocessor;
import dev.pollux.grammar.syntax.StatementReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From files to a result. */
final class OneReading {

    private final Diagnostics diagnostics = new Diagnostics();
    private final ReaderOptions options;
    private final ServerBlocks blocks;
    private final ConfigurationBinder binder;
    private final BoundedStatements statements;
    private final ReadResult result;

    /**
     * Reads files as if they were one.
     *
     * @param known what blocks that need not be read come to, by their text
     */
    OneReading(List<Path> files, ReaderOptions options, Map<String, KnownBlock> known) {
        this.options = options;
        Preprocessor preprocessor = new Preprocessor(options.preprocessor(), diagnostics);
        for (Path file : files) {
            preprocessor.addFile(file, file.toString());
        }
        blocks = new ServerBlocks(preprocessor, known);
        binder = new ConfigurationBinder(diagnostics, options.host());
        statements = new BoundedStatements(binder.statements(), options.maxBulk());
        StatementReader.read(blocks, diagnostics, statements);
        result = complete();
    }

    ReadResult result() {
        return result;
    }

    ServerBlocks blocks() {
        return blocks;
    }

    /** Of each virtual server that was read. */
    List<Long> bulks() {
        return statements.servers();
    }

    private ReadResult complete() {
        if (statements.exceeded()) {
            return ReadResult.tooLarge(statements.bulk());
        }
        ConfigurationBinder.Bound bound = binder.complete(order());
        List<Diagnostic> found = diagnostics.list();
        boolean usable = found.stream().noneMatch(OneReading::preventsStart);
        // keepalived ends its test early, and well, where it cannot enter the network namespace.
        int exitCode = bound.namespaceMissing() ? 0 : diagnostics.exitCode();
        long bulk = statements.bulk() + skipped() + repetitions(bound.configuration());
        return bulk > options.maxBulk()
                ? ReadResult.tooLarge(bulk)
                : new ReadResult(
                        bound.configuration(),
                        found,
                        exitCode,
                        usable,
                        bound.accepted(),
                        bound.origins(),
                        bound.fate(),
                        bulk,
                        false);
    }

    /** Which virtual servers are known, null: read, in the order of the file; empty: none is known. */
    private List<@Nullable KnownServer> order() {
        List<@Nullable KnownServer> order = new ArrayList<>();
        boolean some = false;
        for (ServerBlocks.Block block : blocks.blocks()) {
            KnownBlock known = block.known();
            some |= known != null;
            order.add(known == null ? null : new KnownServer(known.server(), block.keyword()));
        }
        if (!some) {
            order.clear();
        }
        return order;
    }

    private long skipped() {
        long bulk = 0;
        for (ServerBlocks.Block block : blocks.blocks()) {
            KnownBlock known = block.known();
            bulk += known == null ? 0 : known.bulk();
        }
        return bulk;
    }

    /** In a group of addresses every real server stands in the kernel's table once for each address. */
    private static long repetitions(Configuration configuration) {
        long count = 0;
        for (VirtualServer server : configuration.virtualServers()) {
            count += (server.services().size() - 1L) * server.realServers().size();
        }
        return count;
    }

    private static boolean preventsStart(Diagnostic diagnostic) {
        return diagnostic.code() == DiagnosticCode.MISSING_FILE || diagnostic.code() == DiagnosticCode.INCLUDE_CHECK;
    }
}
