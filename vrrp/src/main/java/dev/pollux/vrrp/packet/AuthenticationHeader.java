package dev.pollux.vrrp.packet;

/**
 * What the IPsec authentication header says; see {@link AuthenticationHeaderCodec}.
 *
 * @param securityParameters the index that names sender and key; keepalived takes the sender's IPv4 address
 * @param sequence grows with every packet, 0 to 2^32 - 1
 */
record AuthenticationHeader(int securityParameters, long sequence) {}
