package dev.pollux.vrrp;

import dev.pollux.linux.socket.PacketSocket;
import dev.pollux.linux.syscall.SystemCallException;
import java.nio.ByteBuffer;
import org.slf4j.Logger;

/** Sends frames by a packet socket; what the kernel does not take is logged and lost, as a frame on the wire may be. */
record FrameSocket(PacketSocket socket, Logger log) {

    void send(ByteBuffer frame, int interfaceIndex) {
        try {
            if (!socket.send(frame, interfaceIndex)) {
                log.warn("Announcement not sent: send buffer full");
            }
        } catch (SystemCallException e) {
            log.info("Announcement not sent: {}", e.getMessage());
        }
    }
}
