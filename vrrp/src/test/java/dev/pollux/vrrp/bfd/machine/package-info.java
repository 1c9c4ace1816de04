@NullMarked
package dev.pollux.vrrp.bfd.machine;

import org.jspecify.annotations.NullMarked;
