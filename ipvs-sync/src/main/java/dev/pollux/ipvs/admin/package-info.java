/**
 * The command line of ipvsadm: what its words ask for, and doing that. Depends on commons-cli and on the packages
 * {@code table}, {@code kernel} and {@code listing}. Reading words is pure but for the names it looks up; {@link
 * dev.pollux.ipvs.admin.Ipvsadm} runs on the main thread of a process of its own.
 */
@NullMarked
package dev.pollux.ipvs.admin;

import org.jspecify.annotations.NullMarked;
