package dev.pollux.linux.processes;

/** Something that happened to a process. Threads are not told of. */
public sealed interface ProcessEvent {

    int pid();

    /** It began as a copy of its parent. */
    record Forked(int pid, int parent) implements ProcessEvent {}

    /** It became another program, or took another name. */
    record Renamed(int pid) implements ProcessEvent {}

    /** It ended. */
    record Exited(int pid) implements ProcessEvent {}
}
