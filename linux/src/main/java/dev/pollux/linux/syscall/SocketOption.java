package dev.pollux.linux.syscall;

/**
 * A socket option.
 *
 * @param level {@code SOL_SOCKET}, {@code IPPROTO_IP}, {@code SOL_NETLINK}, ...
 * @param number the option within its level
 * @param name what errors call it
 */
public record SocketOption(int level, int number, String name) {}
