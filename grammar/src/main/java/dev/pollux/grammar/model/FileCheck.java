package dev.pollux.grammar.model;

import dev.pollux.grammar.model.Trackers.Worth;
import org.jspecify.annotations.Nullable;

/**
 * {@code FILE_CHECK}: the number in a file decides over the server, or changes its weight. It is told when the file changes and
 * asks nobody: its timing says nothing.
 *
 * @param trackFile {@code track_file}: name of the block that says which file it is
 * @param worth {@code weight}: what the number is multiplied by before it is added to the server's weight, where 0 means that any
 *     number but 0 takes the server down; null: that of the block
 */
public record FileCheck(
        CheckTiming timing, String trackFile, @Nullable Worth worth) implements Checker {

    @Override
    public String keyword() {
        return "FILE_CHECK";
    }

    @Override
    public FileCheck withTiming(CheckTiming other) {
        return new FileCheck(other, trackFile, worth);
    }
}
