/** What is wrong with a configuration, as data. Depends on nothing; anyone may render it. No loop owns it: values only. */
@NullMarked
package dev.pollux.grammar.diagnostic;

import org.jspecify.annotations.NullMarked;
