package dev.pollux.linux.syscall;

/** setns(2). */
public final class NamespaceCalls {

    private static final int READ_ONLY = 0;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int CLONE_NEWNET = 0x40000000;

    private NamespaceCalls() {}

    /** The calling thread leaves its network namespace for the one that a file stands for. */
    public static void enterNetwork(String path) {
        int file = CLibrary.check("open", SpawnLibrary.LIBC.open(NativeText.string(path), READ_ONLY | CLOSE_ON_EXEC));
        try (Descriptor namespace = new Descriptor(file)) {
            CLibrary.check("setns", SpawnLibrary.LIBC.setns(namespace.number(), CLONE_NEWNET));
        }
    }
}
