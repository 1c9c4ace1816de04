/**
 * System calls: one bound C library interface behind small classes of static methods. Every call retries EINTR, answers
 * "would block" by a return value and throws {@link dev.pollux.linux.syscall.SystemCallException} for the rest. Calls
 * take direct {@link java.nio.ByteBuffer}s in native byte order and primitives, and allocate nothing.
 *
 * <p>Depends on jnr-ffi only. Belongs to no loop: a {@link dev.pollux.linux.syscall.Descriptor} belongs to whoever opened
 * it.
 */
@NullMarked
package dev.pollux.linux.syscall;

import org.jspecify.annotations.NullMarked;
