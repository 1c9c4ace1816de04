/**
 * What a keepalived.conf means: immutable values after defaults and inheritance, in the field's terms.
 *
 * <p>The only package of {@code grammar} that the engines import. Values carry no source positions, so that two readings of
 * a file whose lines merely moved are equal; positions are kept beside the model by the reader. Depends on nothing but the JDK.
 */
@NullMarked
package dev.pollux.grammar.model;

import org.jspecify.annotations.NullMarked;
