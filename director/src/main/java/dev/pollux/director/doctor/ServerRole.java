package dev.pollux.director.doctor;

import dev.pollux.director.cli.RealServerNeeds;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * This machine as a real server.
 *
 * @param own the address by which the director knows it; null: not known
 */
record ServerRole(RealServerNeeds needs, @Nullable InetAddress own) {}
