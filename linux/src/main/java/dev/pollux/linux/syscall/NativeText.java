package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Strings as C expects them, in direct buffers that must be kept reachable for as long as they are used. */
final class NativeText {

    private NativeText() {}

    /** A string with its final 0. */
    static ByteBuffer string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocateDirect(bytes.length + 1).put(bytes).clear();
    }

    /** {@code char *const[]}: pointers to the strings and a final null. */
    record Vector(ByteBuffer pointers, List<ByteBuffer> strings) {

        Vector {
            strings = List.copyOf(strings);
        }

        static Vector of(List<String> texts) {
            ByteBuffer pointers =
                    ByteBuffer.allocateDirect((texts.size() + 1) * Long.BYTES).order(ByteOrder.nativeOrder());
            List<ByteBuffer> strings = new ArrayList<>();
            for (String text : texts) {
                ByteBuffer string = string(text);
                strings.add(string);
                pointers.putLong(CLibrary.address(string));
            }
            return new Vector(pointers.clear(), strings);
        }
    }
}
