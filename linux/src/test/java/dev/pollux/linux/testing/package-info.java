/**
 * What the tests of every module share: private network namespaces and a loop whose time stands still until told. In
 * linux's test-jar.
 */
@NullMarked
package dev.pollux.linux.testing;

import org.jspecify.annotations.NullMarked;
