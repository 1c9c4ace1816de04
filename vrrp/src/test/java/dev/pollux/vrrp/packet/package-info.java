/** Golden bytes, bad bytes and random bytes for the codecs. */
@NullMarked
package dev.pollux.vrrp.packet;

import org.jspecify.annotations.NullMarked;
