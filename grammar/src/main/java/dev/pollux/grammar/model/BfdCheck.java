package dev.pollux.grammar.model;

/**
 * {@code BFD_CHECK}: the server is well while a session is up. It is told when that changes and asks nobody: of its timing, only
 * {@code alpha} says something.
 *
 * @param session {@code name}: name of the {@code bfd_instance}
 */
public record BfdCheck(CheckTiming timing, String session) implements Checker {

    @Override
    public String keyword() {
        return "BFD_CHECK";
    }

    @Override
    public BfdCheck withTiming(CheckTiming other) {
        return new BfdCheck(other, session);
    }
}
