package dev.pollux.integration.director;

import dev.pollux.integration.network.Host;
import dev.pollux.integration.network.Visit;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;

/** What a director tells Prometheus. */
public record MetricsPage(int status, String contentType, String text) {

    /** Fetches the page from where it is served unless told otherwise. */
    public static MetricsPage of(Host host) {
        return Visit.inside(host.namespace(), () -> {
            URI uri = URI.create("http://127.0.0.1:9165/metrics");
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            // The same address is another director in another namespace: no connection may be used again.
            connection.setRequestProperty("Connection", "close");
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(2000);
            int status = connection.getResponseCode();
            try (InputStream body = connection.getInputStream()) {
                String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new MetricsPage(status, connection.getContentType(), text);
            } finally {
                connection.disconnect();
            }
        });
    }

    /** The value of the first series of that name with all these labels ({@code iname="VI_51"}). */
    public OptionalDouble value(String name, String... labels) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst();
    }
}
