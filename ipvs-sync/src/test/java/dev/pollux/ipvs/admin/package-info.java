@NullMarked
package dev.pollux.ipvs.admin;

import org.jspecify.annotations.NullMarked;
