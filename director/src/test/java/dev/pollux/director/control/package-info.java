@NullMarked
package dev.pollux.director.control;

import org.jspecify.annotations.NullMarked;
