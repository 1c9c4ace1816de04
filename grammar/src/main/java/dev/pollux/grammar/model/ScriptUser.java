package dev.pollux.grammar.model;

/**
 * Who runs a script.
 *
 * @param group empty: the user's own
 */
public record ScriptUser(String name, String group) {}
