package dev.pollux.grammar.schema;

/** A keyword that says all by being there; whatever follows is ignored. */
public record FlagType() implements ArgumentType<Boolean> {

    @Override
    public Boolean read(Arguments arguments) {
        return true;
    }

    @Override
    public String describe() {
        return "nothing";
    }

    @Override
    public int least() {
        return 0;
    }

    @Override
    public int most() {
        return 0;
    }
}
