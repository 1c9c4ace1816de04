package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.VirtualServer;

/**
 * A virtual server that an earlier reading has completed, and that stands in the file as it stood then.
 *
 * @param span where it stands now
 */
public record KnownServer(VirtualServer server, SourceSpan span) {}
