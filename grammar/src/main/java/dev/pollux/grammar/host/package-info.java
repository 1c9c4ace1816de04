/** What a configuration may be checked against besides itself; the caller provides it. Depends on nothing. */
@NullMarked
package dev.pollux.grammar.host;

import org.jspecify.annotations.NullMarked;
