package dev.pollux.grammar.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one file as they stand, without their line ends: LF or CR LF, the last one may lack it. Reads block by block:
 * a file of any size takes a few kilobytes, also one that is a single line.
 */
final class FileLines implements Closeable {

    /** Bytes of a line that are kept; 64 times what keepalived takes. */
    static final int MAX_LENGTH = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[MAX_LENGTH];
    private final @Nullable Common[] common = new @Nullable Common[1024];
    private int begin;
    private int end;
    private boolean invalid;
    private boolean cut;
    private boolean beyondAscii;

    /** The first line of its slot, which stays there. */
    private static final class Common {
        private final byte[] bytes;
        private final String line;

        Common(byte[] bytes, String line) {
            this.bytes = bytes;
            this.line = line;
        }
    }

    private FileLines(InputStream in) {
        this.in = in;
    }

    static FileLines open(Path file) throws IOException {
        return new FileLines(Files.newInputStream(file));
    }

    /** The next line, or null at the end of the file. */
    @Nullable
    String next() throws IOException {
        invalid = false;
        cut = false;
        beyondAscii = false;
        int searched = begin;
        while (true) {
            for (int i = searched; i < end; i++) {
                if (buffer[i] == '\n') {
                    String line = decode(begin, i);
                    begin = i + 1;
                    return line;
                }
            }
            searched = end - begin;
            if (searched == buffer.length) {
                return cutLine();
            }
            if (!fill()) {
                break;
            }
            searched += begin;
        }
        if (begin == end) {
            return null;
        }
        String line = decode(begin, end);
        begin = end;
        return line;
    }

    /** The whole buffer is one line that goes on: what fits into it, while the rest is passed over. */
    private String cutLine() throws IOException {
        cut = true;
        String line = new String(buffer, StandardCharsets.ISO_8859_1);
        begin = 0;
        end = 0;
        while (begin == end && fill()) {
            while (begin < end && buffer[begin] != '\n') {
                begin++;
            }
        }
        begin = Math.min(begin + 1, end);
        return line;
    }

    /** True when the line returned last was longer than {@link #MAX_LENGTH}, and lacks its end. */
    boolean cut() {
        return cut;
    }

    /** True when the line returned last has more than ASCII characters. */
    boolean beyondAscii() {
        return beyondAscii;
    }

    /** True when the line returned last is not UTF-8; it was read as ISO 8859-1 then. */
    boolean invalidUtf8() {
        return invalid;
    }

    private boolean fill() throws IOException {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count <= 0) {
            return false;
        }
        end += count;
        return true;
    }

    private String decode(int from, int to) {
        int stop = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        for (int i = from; i < stop; i++) {
            if (buffer[i] < 0) {
                beyondAscii = true;
                return decodeUtf8(from, stop);
            }
        }
        return shared(from, stop);
    }

    /** Most lines of a large file are in it many times: one string for all of them. */
    private String shared(int from, int to) {
        int slot = slot(from, to);
        Common known = common[slot];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, buffer, from, to)) {
            return known.line;
        }
        String line = new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
        if (known == null) {
            common[slot] = new Common(Arrays.copyOfRange(buffer, from, to), line);
        }
        return line;
    }

    /** Of lines that hardly ever differ where they have the same: a look at each byte costs more than it saves. */
    private int slot(int from, int to) {
        int length = to - from;
        int hash = length;
        if (length > 0) {
            hash = 31 * hash + buffer[to - 1];
            hash = 31 * hash + buffer[Math.max(from, to - 3)];
            hash = 31 * hash + buffer[from + length / 2];
            hash = 31 * hash + buffer[from + length / 4];
        }
        return hash & (common.length - 1);
    }

    private String decodeUtf8(int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        try {
            return decoder.decode(ByteBuffer.wrap(buffer, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            invalid = true;
            return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
