package dev.pollux.grammar.schema;

/**
 * Where the value of a keyword goes.
 *
 * @param <D> what the block is read into
 * @param <V> the value
 */
@FunctionalInterface
public interface Setting<D, V> {

    void set(D draft, V value, Arguments arguments);
}
