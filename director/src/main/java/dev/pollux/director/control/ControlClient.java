package dev.pollux.director.control;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A command's side of the socket. Waits for answers: not for event loops. */
final class ControlClient {

    private static final int MAX_ANSWER = 4 * 1024 * 1024;
    private static final int READ_SIZE = 64 * 1024;

    private final Path socket;

    ControlClient(Path socket) {
        this.socket = socket;
    }

    /** Whether a director listens. A socket without one was left by a director that was killed. */
    boolean answers() {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String get(String path) throws IOException {
        return request(HttpMethod.GET, path, "");
    }

    String post(String path, String body) throws IOException {
        return request(HttpMethod.POST, path, body);
    }

    private String request(HttpMethod method, String path, String body) throws IOException {
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, method, path, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        request.headers()
                .set(HttpHeaderNames.HOST, "localhost")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CONTENT_LENGTH, request.content().readableBytes());
        EmbeddedChannel codec = new EmbeddedChannel(new HttpClientCodec(), new HttpObjectAggregator(MAX_ANSWER));
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            codec.writeOutbound(request);
            for (ByteBuf bytes = codec.readOutbound(); bytes != null; bytes = codec.readOutbound()) {
                write(channel, bytes);
            }
            return answer(channel, codec);
        } finally {
            boolean unused = codec.finishAndReleaseAll();
        }
    }

    private static void write(SocketChannel channel, ByteBuf bytes) throws IOException {
        ByteBuffer buffer = bytes.nioBuffer();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        bytes.release();
    }

    private static String answer(SocketChannel channel, EmbeddedChannel codec) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(READ_SIZE);
        FullHttpResponse response = null;
        while (response == null && channel.read(buffer) >= 0) {
            codec.writeInbound(Unpooled.copiedBuffer(buffer.flip()));
            buffer.clear();
            response = codec.readInbound();
        }
        if (response == null) {
            throw new IOException("the director closed the connection");
        }
        String body = response.content().toString(StandardCharsets.UTF_8);
        HttpResponseStatus status = response.status();
        response.release();
        if (!status.equals(HttpResponseStatus.OK)) {
            throw new IOException("the director says: " + status + " " + body.strip());
        }
        return body;
    }
}
