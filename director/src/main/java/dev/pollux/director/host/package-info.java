/**
 * What this machine is like at one moment: interfaces, addresses, routes, kernel settings, modules, programs. Records of
 * facts, and what reads them. Depends on {@code linux}; belongs to no loop, because only commands that end read them.
 */
@NullMarked
package dev.pollux.director.host;

import org.jspecify.annotations.NullMarked;
