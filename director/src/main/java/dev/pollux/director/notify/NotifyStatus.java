package dev.pollux.director.notify;

import java.util.List;

/**
 * How telling goes.
 *
 * @param waiting subjects whose newest scripts wait for older ones to end
 * @param superseded events whose scripts were not run, because a newer one came first
 */
public record NotifyStatus(List<FifoStatus> fifos, int waiting, long superseded) {

    public NotifyStatus {
        fifos = List.copyOf(fifos);
    }

    /**
     * One FIFO.
     *
     * @param written lines that the kernel took
     * @param lost lines that nobody will read
     * @param waiting lines that wait for a reader to make room
     */
    public record FifoStatus(String path, long written, long lost, int waiting) {}
}
