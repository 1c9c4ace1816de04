package dev.pollux.healthcheck.probe;

import dev.pollux.grammar.model.HttpUrl;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;

/** One URL of a checker, asked again and again. */
final class HttpQuestion {

    private final HttpUrl url;
    private final byte[] request;
    private final Consumer<String> onRemark;
    private long lastDifference;

    HttpQuestion(HttpUrl url, byte[] request, Consumer<String> onRemark) {
        this.url = url;
        this.request = request;
        this.onRemark = onRemark;
    }

    ByteBuf request() {
        return Unpooled.wrappedBuffer(request);
    }

    HttpResponseReader reader() {
        return new HttpResponseReader(url);
    }

    /** A Content-Length that is not the length is worth a line in the log for each new difference, and no more. */
    void compareLength(HttpResponseReader answer) {
        if (answer.contentLength() < 0) {
            return;
        }
        long difference = answer.contentLength() - answer.bodyLength();
        if (difference != 0 && difference != lastDifference) {
            onRemark.accept("url " + url.path() + ": content_length (" + answer.contentLength()
                    + ") does not match received bytes (" + answer.bodyLength() + ")");
        }
        lastDifference = difference;
    }
}
