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
 * a file of any size takes a few kilobytes.
 */
final class FileLines implements Closeable {

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int begin;
    private int end;
    private boolean invalid;

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

    /** True when the line returned last is not UTF-8; it was read as ISO 8859-1 then. */
    boolean invalidUtf8() {
        return invalid;
    }

    private boolean fill() throws IOException {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
        } else if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
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
                return decodeUtf8(from, stop);
            }
        }
        return new String(buffer, from, stop - from, StandardCharsets.ISO_8859_1);
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
