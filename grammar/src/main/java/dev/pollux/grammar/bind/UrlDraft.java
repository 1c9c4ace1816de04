package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.HttpUrl.StatusRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code url} block while it is being read; null: not given. */
final class UrlDraft {

    final SourceSpan span;

    @Nullable
    String path;

    @Nullable
    String virtualHost;

    final List<StatusRange> statusCodes = new ArrayList<>();

    @Nullable
    String digest;

    @Nullable
    String expression;

    boolean mustNotMatch;
    List<String> options = List.of();
    long minOffset;
    long maxOffset;

    @Nullable
    Boolean closesTls;

    UrlDraft(SourceSpan span) {
        this.span = span;
    }
}
