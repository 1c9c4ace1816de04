package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.text.ConfigurationText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a file contains may throw or hang: mutations of our own examples, each from a fixed seed. */
@Timeout(120)
class FuzzTest {

    private static final int ROUNDS = 400;

    private static final String EXAMPLE = """
            $IF=eth0
            $BODY=state BACKUP \\
              interface $IF \\
              priority 100
            global_defs { router_id "a # b" }
            vrrp_script chk { script "/bin/true 'a b' \\x41" }
            @here vrrp_instance VI_1 {#comment
              $BODY
              virtual_router_id 51
              authentication { auth_type PASS
                auth_pass 1111 }
              track_script { chk weight 3 reverse }
              virtual_ipaddress {
                ~SEQ(x,1,3) 192.0.2.${x}/24 dev $IF label eth0:${x}
              }
              virtual_routes { 192.0.2.0/24 via 192.0.2.9 dev eth0 }
            }
            ~LST({a,b},{1,2},{3}) vrrp_sync_group G${a} { group { VI_1 } }
            virtual_server_group web { 192.0.2.1-5 80
              2001:db8::1-f 80
              fwmark 7 inet6 }
            virtual_server group web {
              delay_loop 6.5
              lb_algo wrr
              lb_kind TUN type gue port 6080
              persistence_granularity 255.255.255.0
              protocol TCP
              sorry_server 192.0.2.9 80
              quorum 5
              real_server 192.0.2.2 80 {
                weight
                HTTP_GET { url { path /
                  status_code 200-204 301
                  digest 0123456789abcdef0123456789abcdef } }
                MISC_CHECK { misc_path "/bin/true" }
              }
            }
            """;

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "\"",
            "'",
            "\\",
            "\n",
            "#",
            "!",
            "$",
            "${",
            "~SEQ(",
            "~LST(",
            "@",
            "include ",
            "\u3000",
            "\u0000",
            "99999999999999999999",
            "-1",
            "virtual_server ",
            "vrrp_instance ",
            "track_file ",
            "\uFEFF",
            "$BODY",
            "/",
            ":");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mutationsNeverThrow(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = mutate(random);
            ReadResult result = Reading.of(mutated, HostFacts.permissive());
            assertThat(result.exitCode()).isBetween(0, 6);
        }
    }

    /** The project's own examples: cut off anywhere, their words shuffled, their bytes changed. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void brokenExamplesNeverThrow(long seed) throws IOException {
        List<String> examples = examples();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String example = examples.get(random.nextInt(examples.size()));
            byte[] broken =
                    switch (random.nextInt(3)) {
                        case 0 ->
                            example.substring(0, random.nextInt(example.length()))
                                    .getBytes(StandardCharsets.UTF_8);
                        case 1 -> shuffled(example, random).getBytes(StandardCharsets.UTF_8);
                        default -> changed(example.getBytes(StandardCharsets.UTF_8), random);
                    };
            ReadResult result = Reading.of(broken, HostFacts.permissive());
            assertThat(result.exitCode()).isBetween(0, 6);
            assertThat(Reading.of(ConfigurationText.of(result.configuration(), true))
                            .configuration())
                    .as(new String(broken, StandardCharsets.ISO_8859_1))
                    .isEqualTo(result.configuration());
        }
    }

    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../conf-examples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".conf"))
                    .sorted()
                    .toList()) {
                examples.add(Files.readString(file));
            }
        }
        assertThat(examples).isNotEmpty();
        return examples;
    }

    private static String shuffled(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<=\\s)")));
        for (int i = random.nextInt(20); i >= 0; i--) {
            Collections.swap(words, random.nextInt(words.size()), random.nextInt(words.size()));
        }
        return String.join("", words);
    }

    private static byte[] changed(byte[] bytes, Random random) {
        for (int i = random.nextInt(30); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void randomBytesNeverThrow(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            assertThat(Reading.of(bytes, HostFacts.permissive()).configuration().vrrpInstances())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "vrrp_instance a {", "virtual_server 192.0.2.1 80 { real_server 192.0.2.2 80 { ", "a {", "}"
            })
    void endlessNestingNeverThrows(String piece) {
        assertThat(Reading.of(piece.repeat(50_000)).hasErrors()).isTrue();
    }

    private static byte[] mutate(Random random) {
        StringBuilder text = new StringBuilder(EXAMPLE);
        for (int i = random.nextInt(12); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.insert(at, text.substring(Math.max(0, at - 60), at));
                default -> text.setCharAt(at, (char) random.nextInt(0x250));
            }
            if (text.isEmpty()) {
                text.append(EXAMPLE);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
