package dev.pollux.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.VrrpInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealsTest {

    private static final String FILE = """
            vrrp_instance HEADER {
                interface eth0
                virtual_router_id 1
                authentication {
                    auth_type AH
                    auth_pass geheim
                }
                virtual_ipaddress {
                    10.9.0.1
                }
            }
            vrrp_instance EXTENSION {
                interface eth0
                virtual_router_id 2
                auth_hmac {
                    key 1 %s
                }
                virtual_ipaddress {
                    fe80::1
                    2001:db8::1
                }
            }
            vrrp_instance NONE {
                interface eth0
                virtual_router_id 3
                virtual_ipaddress {
                    10.9.0.3
                }
            }
            """.formatted("hex:" + "0a".repeat(32));

    @Test
    void everyKindOfSealCanBeRehearsed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("keepalived.conf"), FILE);
        List<VrrpInstance> instances = ConfigurationReader.read(file, ReaderOptions.of("here", HostFacts.permissive()))
                .configuration()
                .vrrpInstances();
        assertThat(instances)
                .extracting(VrrpInstance::authentication)
                .hasAtLeastOneElementOfType(Authentication.AuthenticationHeader.class)
                .hasAtLeastOneElementOfType(Authentication.Extension.class)
                .hasSize(3);
        assertThatCode(() -> Seals.rehearse(instances)).doesNotThrowAnyException();
    }
}
