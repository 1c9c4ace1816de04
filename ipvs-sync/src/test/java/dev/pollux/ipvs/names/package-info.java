@NullMarked
package dev.pollux.ipvs.names;

import org.jspecify.annotations.NullMarked;
