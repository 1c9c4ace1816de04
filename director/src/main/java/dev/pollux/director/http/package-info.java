/** A small HTTP server for pages that a program or a person asks for. Owned by the {@code control} loop; depends on Netty. */
@NullMarked
package dev.pollux.director.http;

import org.jspecify.annotations.NullMarked;
