@NullMarked
package dev.pollux.ipvs.override;

import org.jspecify.annotations.NullMarked;
