/**
 * Packets of virtual routers: VRRP adverts and gratuitous ARP, their codecs, and the judgement of a received advert.
 *
 * <p>Pure: no I/O, no clock, no logger. May depend on {@code grammar.model}, and on {@code linux} for what a MAC
 * address is. Called on the {@code vrrp} loop.
 */
@NullMarked
package dev.pollux.vrrp.packet;

import org.jspecify.annotations.NullMarked;
