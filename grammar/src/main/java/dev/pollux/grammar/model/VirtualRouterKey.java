package dev.pollux.grammar.model;

/**
 * What makes a virtual router the same one across a reload.
 *
 * @param virtualRouterId 1 to 255
 * @param interfaceName the interface that adverts are sent and received on
 */
public record VirtualRouterKey(int virtualRouterId, AddressFamily family, String interfaceName) {}
