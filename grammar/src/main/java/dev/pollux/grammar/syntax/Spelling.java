package dev.pollux.grammar.syntax;

/**
 * The letters of a word.
 *
 * @param headType the token type of the word where a statement begins
 */
record Spelling(String text, int headType) {}
