package dev.pollux.director.doctor;

import dev.pollux.director.cli.Invocation.Patient;
import dev.pollux.director.cli.ReadingOptions;
import dev.pollux.director.cli.RealServerCommand;
import dev.pollux.director.host.FactsBuilder;
import dev.pollux.director.host.HostFacts;
import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.host.LocalHost;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.source.PreprocessorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases for tests. */
final class Patients {

    /** VIP 10.0.0.9 on eth0, one service, one real server 10.0.0.21; %1$s is what else the service says. */
    private static final String FILE = """
            vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                priority 100
                advert_int 1
                virtual_ipaddress {
                    10.0.0.9/32
                }
            }
            local_address_group LOCAL {
                10.7.0.1
                10.0.0.8
            }
            virtual_server 10.0.0.9 80 {
                lvs_sched wrr
                protocol TCP
                %s
                real_server 10.0.0.21 80 {
                    weight 1
                }
            }
            """;

    private Patients() {}

    /** The director of the file. */
    static Case director(String service, FactsBuilder machine) {
        return director(service, machine, WireFacts.SILENCE);
    }

    static Case director(String service, FactsBuilder machine, WireFacts wire) {
        return of(configuration(FILE.formatted(service)), machine, wire);
    }

    /** A real server of the file. */
    static Case server(String service, FactsBuilder machine) {
        return of(configuration(FILE.formatted(service).replace("10.0.0.21", "10.0.0.11")), machine, WireFacts.SILENCE);
    }

    /** A real server that was told what it is. */
    static Case told(String words, FactsBuilder machine) {
        HostFacts facts = machine.facts();
        Patient patient = new Patient(
                null, new ReadingOptions(null, false), RealServerCommand.needs(List.of(words.split(" "))), false);
        Configuration none = Configuration.empty();
        return new Case(none, new RoleReader(none, facts.network()).read(patient), facts, WireFacts.SILENCE);
    }

    static Case of(Configuration configuration, FactsBuilder machine, WireFacts wire) {
        HostFacts facts = machine.facts();
        Patient patient = new Patient(Path.of("x.conf"), new ReadingOptions(null, false), null, false);
        return new Case(configuration, new RoleReader(configuration, facts.network()).read(patient), facts, wire);
    }

    static Configuration configuration(String text) {
        try {
            Path file = Files.createTempFile("doctor", ".conf");
            try {
                Files.writeString(file, text);
                PreprocessorOptions preprocessor = new PreprocessorOptions("", Map.of(), 1, false);
                return ConfigurationReader.read(file, new ReaderOptions(preprocessor, new LocalHost(), Long.MAX_VALUE))
                        .configuration();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes of what is found, without what a tunnel always is told. */
    static List<String> codes(Case patient) {
        return Doctor.examine(patient).stream()
                .map(finding -> finding.kind().id())
                .toList();
    }

    /** The first finding of a kind. */
    static @Nullable Finding find(String code, Case patient) {
        return Doctor.examine(patient).stream()
                .filter(finding -> finding.kind().id().equals(code))
                .findFirst()
                .orElse(null);
    }
}
