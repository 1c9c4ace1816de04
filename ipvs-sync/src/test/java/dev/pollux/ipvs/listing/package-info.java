@NullMarked
package dev.pollux.ipvs.listing;

import org.jspecify.annotations.NullMarked;
