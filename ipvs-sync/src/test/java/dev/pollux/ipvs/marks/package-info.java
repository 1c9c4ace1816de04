@NullMarked
package dev.pollux.ipvs.marks;

import org.jspecify.annotations.NullMarked;
