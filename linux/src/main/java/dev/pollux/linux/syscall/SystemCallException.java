package dev.pollux.linux.syscall;

/** A system call failed. The message names the call and the error: {@code bind: Address already in use (EADDRINUSE)}. */
public class SystemCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String call;
    private final int errno;

    /**
     * @param call the function of the C library, or what was being done with it
     * @param errno the positive error number
     */
    public SystemCallException(String call, int errno) {
        this(call, errno, call + ": " + Errno.describe(errno));
    }

    /** For subclasses that know more than the number. */
    protected SystemCallException(String call, int errno, String message) {
        super(message);
        this.call = call;
        this.errno = errno;
    }

    public String call() {
        return call;
    }

    /** The positive error number; {@link #is} compares it by name. */
    public int errno() {
        return errno;
    }

    public boolean is(Errno expected) {
        return errno == expected.number();
    }
}
