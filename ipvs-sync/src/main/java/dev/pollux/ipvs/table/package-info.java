/**
 * The IPVS table as values: what the configuration and the checks ask for, what the kernel holds, and the commands that
 * make the second equal to the first. Pure: no I/O, no clock, no logger; depends on the configuration model only.
 */
@NullMarked
package dev.pollux.ipvs.table;

import org.jspecify.annotations.NullMarked;
