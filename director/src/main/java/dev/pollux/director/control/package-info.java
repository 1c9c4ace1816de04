/**
 * What a running director can be told and asked by commands on the same machine: HTTP with JSON over a UNIX socket. The
 * director's side is owned by the {@code control} loop; the commands' side runs in processes of their own. Depends on the
 * package {@code http}, on jackson-core and on the words of ipvsadm.
 */
@NullMarked
package dev.pollux.director.control;

import org.jspecify.annotations.NullMarked;
