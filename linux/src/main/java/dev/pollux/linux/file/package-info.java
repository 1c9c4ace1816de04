/**
 * Files that somebody else writes: watched by inotify(7).
 *
 * <p>Depends on {@code syscall} and {@code event}. Watches belong to the loop they were made for.
 */
@NullMarked
package dev.pollux.linux.file;

import org.jspecify.annotations.NullMarked;
