package dev.pollux.grammar.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.Reading;
import dev.pollux.grammar.model.Configuration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads as the same configuration, whatever the configuration is. */
class ConfigurationTextTest {

    private static final int ROUNDS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theTextReadsAsTheSameConfiguration(long seed) {
        Random random = new Random(seed);
        int instances = 0;
        int servers = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String file = RandomFile.text(random);
            Configuration configuration = Reading.of(file).configuration();
            String text = ConfigurationText.of(configuration, true);
            ReadResult again = Reading.of(text);

            assertThat(again.configuration())
                    .as(file + "\n--- written as\n" + text)
                    .isEqualTo(configuration);
            assertThat(again.hasErrors()).as(text + again.diagnostics()).isFalse();
            assertThat(ConfigurationText.of(again.configuration(), true)).isEqualTo(text);
            instances += configuration.vrrpInstances().size();
            servers += configuration.virtualServers().size();
        }
        assertThat(instances).isGreaterThan(2 * ROUNDS);
        assertThat(servers).isGreaterThan(3 * ROUNDS);
    }

    @Test
    void passwordsAreMasked() {
        Configuration configuration = Reading.of("""
                vrrp_instance a {
                    interface eth0
                    virtual_router_id 1
                    authentication {
                        auth_type PASS
                        auth_pass geheim
                    }
                    virtual_ipaddress {
                        192.0.2.1
                    }
                }
                """).configuration();

        assertThat(ConfigurationText.of(configuration, false))
                .doesNotContain("geheim")
                .contains("auth_pass \"*");
        assertThat(ConfigurationText.of(configuration, true)).contains("auth_pass \"geheim\"");
    }

    @Test
    void nothingIsWrittenAsNothing() {
        assertThat(ConfigurationText.of(Configuration.empty(), false)).isEqualTo("global_defs {\n}\n");
    }
}
