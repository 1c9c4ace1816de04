package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.source.PreprocessorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large a configuration is, and that a larger one than wanted is counted but not kept. */
class BulkTest {

    private static final String THOUSAND = "virtual_server 192.0.2.1 80 {\n"
            + IntStream.range(0, 1000)
                    .mapToObj(i -> "real_server 198.51." + i / 250 + "." + (i % 250 + 1) + " 80 {\n weight 1\n}\n")
                    .collect(Collectors.joining())
            + "}\n";

    private final Path folder;

    BulkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void countsStatementsAndRealServers() throws IOException {
        ReadResult result = read(THOUSAND, Long.MAX_VALUE);
        assertThat(result.configuration().virtualServers().get(0).realServers()).hasSize(1000);
        assertThat(result.bulk()).isBetween(5_000L, 7_000L);
        assertThat(result.tooLarge()).isFalse();
    }

    @Test
    void keepsNothingOfAFileThatIsTooLarge() throws IOException {
        ReadResult result = read(THOUSAND, 100);
        assertThat(result.tooLarge()).isTrue();
        assertThat(result.configuration()).isEqualTo(Configuration.empty());
        assertThat(result.bulk()).isEqualTo(read(THOUSAND, Long.MAX_VALUE).bulk());
    }

    @Test
    void countsARealServerForEachAddressOfAGroup() throws IOException {
        String single = "virtual_server 192.0.2.1 80 {\n real_server 198.51.100.1 80 {\n weight 1\n }\n}\n";
        String group = "virtual_server_group G {\n 192.0.2.1-200 80\n}\n";
        long one = read(single, Long.MAX_VALUE).bulk();
        long many = read(group + single.replace("192.0.2.1 80", "group G"), Long.MAX_VALUE)
                .bulk();
        assertThat(many - one).isGreaterThanOrEqualTo(199);
    }

    private ReadResult read(String text, long maxBulk) throws IOException {
        Path file = Files.writeString(folder.resolve("bulk.conf"), text);
        PreprocessorOptions preprocessor = new PreprocessorOptions("here", Map.of(), 0, false);
        return ConfigurationReader.read(file, new ReaderOptions(preprocessor, HostFacts.permissive(), maxBulk));
    }
}
