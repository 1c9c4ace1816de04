package dev.pollux.grammar.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.pair.PairReports.Places;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local addresses float together, or stay; nothing between. */
class PoolComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 10.0.0.2 | 10.0.0.3          | 10.0.0.9          | ",
                "10.0.0.1 10.0.0.2 | 10.0.0.2 10.0.0.1 | 10.0.0.1 10.0.0.2 | ",
                "10.0.0.1 10.0.0.2 | 10.0.0.2 10.0.0.1 | 10.0.0.9          | addresses 10.0.0.1, 10.0.0.2, and no instance",
                "10.0.0.1 10.0.0.2 | 10.0.0.2 10.0.0.1 | 10.0.0.1          | addresses 10.0.0.2, and no instance of both",
                "10.0.0.1 10.0.0.2 | 10.0.0.2 10.0.0.3 | 10.0.0.2          | ",
                "10.0.0.1 10.0.0.2 | 10.0.0.2          | 10.0.0.1 10.0.0.2 | 10.0.0.1 float between the directors",
                "10.0.0.2          | 10.0.0.1 10.0.0.2 | 10.0.0.1 10.0.0.2 | 10.0.0.1 float between the directors"
            })
    void pools(String a, String b, String floating, String expected) {
        PairReports reports = new PairReports();
        SourceSpan place = SourceSpan.file("x.conf");
        new PoolComparison(addresses(floating), reports)
                .compare("virtual_server x", addresses(a), addresses(b), new Places(place, place));

        if (expected == null) {
            assertThat(reports.list()).isEmpty();
        } else {
            assertThat(reports.list()).singleElement().asString().contains("error: virtual_server x", expected);
        }
    }

    private static Set<InetAddress> addresses(String text) {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        Arrays.stream(text.split(" "))
                .map(AddressLiteral::parse)
                .forEach(address -> addresses.add(Objects.requireNonNull(address)));
        return addresses;
    }
}
