package dev.pollux.grammar.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keywords of one kind of block, in the order of the documentation.
 *
 * @param <D> what the block is read into
 */
public final class BlockSchema<D> {

    private final String name;
    private final Map<String, Entry<D>> entries;

    private BlockSchema(String name, Map<String, Entry<D>> entries) {
        this.name = name;
        this.entries = Collections.unmodifiableMap(entries);
    }

    public static <D> Builder<D> named(String name) {
        return new Builder<>(name);
    }

    /** The keyword that opens the block; empty for the file itself. */
    public String name() {
        return name;
    }

    public @Nullable Entry<D> find(String keyword) {
        return entries.get(keyword);
    }

    public Collection<Entry<D>> entries() {
        return entries.values();
    }

    public Collection<String> keywords() {
        return entries.keySet();
    }

    /** Adds rows to the table. */
    public static final class Builder<D> {

        private final String name;
        private final Map<String, Entry<D>> entries = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /** A keyword that is acted on. */
        public <V> Builder<D> keyword(String keyword, ArgumentType<V> type, Setting<D, V> setting) {
            return add(new Entry.Keyword<>(keyword, type, false, "", setting, Support.ACTED_ON, ""));
        }

        /** As {@link #keyword}; keepalived gives up where its argument is missing, here the fallback is taken. */
        public <V> Builder<D> required(String keyword, ArgumentType<V> type, String fallback, Setting<D, V> setting) {
            return add(new Entry.Keyword<>(keyword, type, true, fallback, setting, Support.ACTED_ON, ""));
        }

        /** A keyword that is read and checked, but that nothing acts on yet. */
        public <V> Builder<D> accepted(String keyword, ArgumentType<V> type) {
            return add(new Entry.Keyword<>(keyword, type, false, "", null, Support.NOT_YET, ""));
        }

        /** As {@link #accepted}, but the value is needed for checks across blocks. */
        public <V> Builder<D> keywordNotYet(String keyword, ArgumentType<V> type, Setting<D, V> setting) {
            return add(new Entry.Keyword<>(keyword, type, false, "", setting, Support.NOT_YET, ""));
        }

        /** As {@link #keywordNotYet}; keepalived gives up where its argument is missing. */
        public <V> Builder<D> requiredNotYet(String keyword, ArgumentType<V> type, Setting<D, V> setting) {
            return add(new Entry.Keyword<>(keyword, type, true, "its default", setting, Support.NOT_YET, ""));
        }

        /** As {@link #withoutEffect}; keepalived gives up where its argument is missing. */
        public <V> Builder<D> requiredWithoutEffect(String keyword, ArgumentType<V> type, String reason) {
            return add(new Entry.Keyword<>(keyword, type, true, "nothing", null, Support.without(reason), ""));
        }

        /** A keyword that is read and checked, but has no meaning in this program. */
        public <V> Builder<D> withoutEffect(String keyword, ArgumentType<V> type, String reason) {
            return add(new Entry.Keyword<>(keyword, type, false, "", null, Support.without(reason), ""));
        }

        /** As {@link #withoutEffect}, and said at once. */
        public <V> Builder<D> withoutEffect(
                String keyword, ArgumentType<V> type, String reason, Setting<D, V> setting) {
            return add(new Entry.Keyword<>(keyword, type, false, "", setting, Support.without(reason), ""));
        }

        /** Says of keywords that the table already has that keepalived gives up where their argument is missing. */
        public Builder<D> demandArgument(String... keywords) {
            for (String keyword : keywords) {
                if (entries.get(keyword) instanceof Entry.Keyword<D, ?> entry) {
                    entries.put(keyword, demanding(entry));
                } else {
                    throw new IllegalArgumentException(name + " has no " + keyword);
                }
            }
            return this;
        }

        private static <D, V> Entry<D> demanding(Entry.Keyword<D, V> of) {
            String fallback = of.fallback().isEmpty() ? "its default" : of.fallback();
            return new Entry.Keyword<>(
                    of.name(), of.type(), true, fallback, of.setting(), of.support(), of.replacement());
        }

        /** An old name of a keyword that the table already has. */
        public Builder<D> deprecated(String keyword, String replacement) {
            return alias(keyword, replacement, replacement);
        }

        /** Another name, as good as the first. */
        public Builder<D> alias(String keyword, String of) {
            return alias(keyword, of, "");
        }

        private Builder<D> alias(String keyword, String of, String replacement) {
            Entry<D> entry = entries.get(of);
            if (entry == null) {
                throw new IllegalArgumentException(name + " has no " + of);
            }
            if (entry instanceof Entry.Keyword<D, ?> original) {
                return add(renamed(original, keyword, replacement));
            }
            if (entry instanceof Entry.Block<D, ?> original) {
                return add(renamed(original, keyword, replacement));
            }
            throw new IllegalArgumentException(of + " cannot have another name");
        }

        private static <D, V> Entry<D> renamed(Entry.Keyword<D, V> of, String keyword, String replacement) {
            return new Entry.Keyword<>(
                    keyword, of.type(), of.required(), of.fallback(), of.setting(), of.support(), replacement);
        }

        private static <D, C> Entry<D> renamed(Entry.Block<D, C> of, String keyword, String replacement) {
            return new Entry.Block<>(
                    keyword, of.schema(), of.named(), of.opening(), of.closing(), of.support(), replacement);
        }

        public Builder<D> add(Entry<D> entry) {
            if (entries.put(entry.name(), entry) != null) {
                throw new IllegalArgumentException(name + " has " + entry.name() + " twice");
            }
            return this;
        }

        public BlockSchema<D> build() {
            return new BlockSchema<>(name, new LinkedHashMap<>(entries));
        }
    }
}
