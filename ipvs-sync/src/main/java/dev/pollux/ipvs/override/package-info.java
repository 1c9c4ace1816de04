/**
 * What an operator has changed of a running director's services, by hand and until it is lifted: pure functions from the
 * desired table to the wanted one, and the journal that keeps overrides over a restart. Depends on the packages {@code
 * table} and {@code admin}, whose words the journal is written in. Owned by the {@code lvs} loop.
 */
@NullMarked
package dev.pollux.ipvs.override;

import org.jspecify.annotations.NullMarked;
