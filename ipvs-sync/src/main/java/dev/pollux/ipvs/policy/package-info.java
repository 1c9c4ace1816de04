/**
 * When a real server and a virtual server count as up, and what of them belongs in the kernel's table. Pure: no I/O, no
 * clock, no logger; depends on the configuration model and on {@code dev.pollux.ipvs.table} only.
 */
@NullMarked
package dev.pollux.ipvs.policy;

import org.jspecify.annotations.NullMarked;
