/**
 * Files between processes: watched while somebody else writes them (inotify(7)), replaced in one piece, named pipes.
 *
 * <p>Depends on {@code syscall} and {@code event}. Watches belong to the loop they were made for, a pipe and a file to
 * whoever writes to them.
 */
@NullMarked
package dev.pollux.linux.file;

import org.jspecify.annotations.NullMarked;
