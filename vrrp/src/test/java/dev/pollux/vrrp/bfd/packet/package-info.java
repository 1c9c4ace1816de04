@NullMarked
package dev.pollux.vrrp.bfd.packet;

import org.jspecify.annotations.NullMarked;
