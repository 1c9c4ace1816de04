/**
 * Programs that Pollux runs: started by posix_spawn(3) in a process group of their own, as the right user, watched by a
 * pidfd, and killed with all their descendants when they take too long.
 *
 * <p>Depends on {@code syscall}, {@code signal}, {@code event} and {@code time}. A child belongs to the loop it was started on.
 */
@NullMarked
package dev.pollux.linux.child;

import org.jspecify.annotations.NullMarked;
