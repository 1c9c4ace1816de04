/** The command line: keepalived's options and what they ask for. Depends on commons-cli; pure, runs before any loop exists. */
@NullMarked
package dev.pollux.director.cli;

import org.jspecify.annotations.NullMarked;
