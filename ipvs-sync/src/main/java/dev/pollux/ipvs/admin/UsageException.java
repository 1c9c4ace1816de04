package dev.pollux.ipvs.admin;

/** The words make no request. The message is for people. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final AdminRequest.Fault fault;

    private UsageException(AdminRequest.Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    static UsageException meaning(String message) {
        return new UsageException(AdminRequest.Fault.MEANING, message);
    }

    static UsageException spelling(String message) {
        return new UsageException(AdminRequest.Fault.SPELLING, message);
    }

    static UsageException noCommand() {
        return new UsageException(
                AdminRequest.Fault.NO_COMMAND, "The first option must be a command; pollux ipvsadm -h lists them");
    }

    AdminRequest.Fault fault() {
        return fault;
    }
}
