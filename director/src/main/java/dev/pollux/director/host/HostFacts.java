package dev.pollux.director.host;

/** One machine, or one network namespace of it, at one moment. */
public record HostFacts(NetworkFacts network, Sysctls sysctls, KernelModules modules, ProgramFacts programs) {}
