package dev.pollux.grammar.bind;

import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.schema.Reports;
import dev.pollux.grammar.syntax.StatementListener;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds the statements of one reading: feed {@link #statements}, then ask for {@link #complete}. */
public final class ConfigurationBinder {

    private final ConfigurationDraft draft = new ConfigurationDraft();
    private final NotActedOn notActedOn = new NotActedOn();
    private final Reports reports;
    private final HostFacts host;
    private final Binder binder;

    public ConfigurationBinder(Diagnostics diagnostics, HostFacts host) {
        this.reports = new Reports(diagnostics);
        this.host = host;
        this.binder = new Binder(RootSchema.schema(), draft, reports, notActedOn);
    }

    /** Takes all statements of the configuration. */
    public StatementListener statements() {
        return binder;
    }

    /**
     * Defaults, inheritance and checks across blocks; to be called once, after the last statement.
     *
     * @param order all virtual servers in the order of the file, null for each that is among the statements; empty: all are
     */
    public Bound complete(List<@Nullable KnownServer> order) {
        draft.order = order;
        ConfigurationCompletion completion = new ConfigurationCompletion(new Context(reports, host), draft);
        Configuration configuration = completion.complete();
        String namespace = draft.networkNamespace;
        boolean unreachable = namespace != null && !host.networkNamespaceExists(namespace);
        ReadResult.Fate fate =
                unreachable ? ReadResult.Fate.UNDERSTOOD : completion.fate(binder.understood() || !order.isEmpty());
        return new Bound(configuration, Map.copyOf(completion.origins()), notActedOn.list(), unreachable, fate);
    }

    /**
     * What a reading amounts to.
     *
     * @param origins places by instance name and by virtual server key
     * @param namespaceMissing the configuration is for a network namespace that this machine does not have
     * @param fate what became of it as a whole
     */
    public record Bound(
            Configuration configuration,
            Map<Object, SourceSpan> origins,
            List<AcceptedKeyword> accepted,
            boolean namespaceMissing,
            ReadResult.Fate fate) {}
}
