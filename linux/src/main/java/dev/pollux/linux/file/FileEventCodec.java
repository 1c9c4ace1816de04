package dev.pollux.linux.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an inotify descriptor gives (inotify(7)), in host byte order.
 *
 * <pre>
 * +--------+--------+--------+--------+----------------+
 * |  wd 4  | mask 4 |cookie 4| len 4  | name, 0-padded |
 * +--------+--------+--------+--------+----------------+
 * </pre>
 */
final class FileEventCodec {

    static final int CLOSE_WRITE = 0x08;
    static final int MOVED_FROM = 0x40;
    static final int MOVED_TO = 0x80;
    static final int DELETE = 0x200;
    static final int ONLY_FOLDERS = 0x0100_0000;

    /** Events were lost; the watch number is -1. */
    static final int OVERFLOW = 0x4000;

    /** The watch is gone, with its folder. */
    static final int IGNORED = 0x8000;

    private static final int HEADER = 16;

    private FileEventCodec() {}

    /**
     * One event.
     *
     * @param name of the file in the watched folder; empty: the folder itself
     */
    record Event(int watch, int mask, String name) {

        boolean has(int bit) {
            return (mask & bit) != 0;
        }
    }

    /** All complete events between position and limit. */
    static List<Event> decode(ByteBuffer buffer) {
        List<Event> events = new ArrayList<>();
        int at = buffer.position();
        while (buffer.limit() - at >= HEADER) {
            int length = buffer.getInt(at + 12);
            if (length < 0 || length > buffer.limit() - at - HEADER) {
                return events;
            }
            events.add(new Event(buffer.getInt(at), buffer.getInt(at + 4), name(buffer, at + HEADER, length)));
            at += HEADER + length;
        }
        return events;
    }

    private static String name(ByteBuffer buffer, int at, int length) {
        int end = 0;
        while (end < length && buffer.get(at + end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end];
        buffer.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
