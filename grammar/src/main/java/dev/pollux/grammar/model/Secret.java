package dev.pollux.grammar.model;

/** A password or key. Its text form is masked, so that no log, dump or failing assertion can show it. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "********";
    }
}
