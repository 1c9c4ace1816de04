/**
 * The lab's scenarios as JUnit tests. The scenarios themselves are in {@code integration-tests/lab}: they need a kernel
 * with IPVS, often a virtual machine's, in which everything runs in one boot. Here every outcome they report becomes a
 * test, so that the totals of Failsafe count them. Depends on {@code ..integration.director} and {@code ..integration.network}; no loop owns it.
 */
@NullMarked
package dev.pollux.integration.lab;

import org.jspecify.annotations.NullMarked;
