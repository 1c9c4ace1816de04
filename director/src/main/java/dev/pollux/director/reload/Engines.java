package dev.pollux.director.reload;

/**
 * The engines that a configuration is for.
 *
 * @param services the virtual services in the kernel's table
 * @param checks the health checks
 * @param routers the virtual routers and their addresses
 */
public record Engines(Engine services, Engine checks, Engine routers) {}
