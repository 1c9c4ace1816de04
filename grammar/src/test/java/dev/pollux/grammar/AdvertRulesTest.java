package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AdvertSettings;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.Authentication.Extension;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.text.ConfigurationText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where adverts go and come from, and how they are authenticated. */
class AdvertRulesTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private static ReadResult read(String lines) {
        return Reading.of("vrrp_instance A {\n interface eth0\n virtual_router_id 5\n version 3\n" + lines
                + "\n virtual_ipaddress {\n 192.0.2.1\n }\n}\n");
    }

    private static VrrpInstance instance(String lines) {
        return read(lines).configuration().vrrpInstances().get(0);
    }

    @Test
    void keysAreReadKeptAndMasked() {
        ReadResult result =
                read("auth_hmac {\n key 1 " + KEY + "\n key 2 hex:" + "0a".repeat(32) + "\n active_key 2\n}");

        assertThat(result.diagnostics()).isEmpty();
        Extension extension =
                (Extension) result.configuration().vrrpInstances().get(0).authentication();
        assertThat(extension.activeKey()).isEqualTo(2);
        assertThat(extension.keys()).extracting(Extension.Key::id).containsExactly(1, 2);
        assertThat(extension.keys().get(1).secret().value()).isEqualTo("0a".repeat(32));
        assertThat(extension.window()).isEqualTo(Duration.ofSeconds(5));
        assertThat(extension.mode()).isEqualTo(Extension.Mode.ENFORCE);
        assertThat(extension.toString()).doesNotContain("0a0a").doesNotContain("30313233");
        assertThat(ConfigurationText.of(result.configuration(), false))
                .contains("key 2 ****")
                .doesNotContain("0a0a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key 1 tooshort                                              | the key has 8 bytes",
                "key 1 hex:zz                                                | hexadecimal",
                "key 1 file:/nonexistent/key                                 | cannot be read",
                "key 0 0123456789abcdef0123456789abcdef                      | no key to sign with",
                "key 1 0123456789abcdef0123456789abcdef active_key 2         | no key 2",
                "active_key 2                                                | no key 2",
            })
    void withoutAKeyNothingIsSigned(String lines, String message) {
        ReadResult result = read("auth_hmac {\n" + lines.replace(" active_key", "\n active_key") + "\n}");

        assertThat(result.configuration().vrrpInstances().get(0).authentication())
                .isEqualTo(new Authentication.None());
        assertThat(result.diagnostics()).extracting(Diagnostic::message).anyMatch(text -> text.contains(message));
        assertThat(result.hasErrors()).isTrue();
    }

    @Test
    void aKeyFileMustBePrivate(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("key"), KEY + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(instance("auth_hmac {\n key 1 file:" + file + "\n}").authentication())
                .isInstanceOf(Extension.class);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(instance("auth_hmac {\n key 1 file:" + file + "\n}").authentication())
                .isEqualTo(new Authentication.None());
    }

    @Test
    void theExtensionGoesBeforeAPassword() {
        ReadResult result =
                read("auth_hmac {\n key 1 " + KEY + "\n}\n authentication {\n auth_type PASS\n auth_pass a\n}");

        assertThat(result.configuration().vrrpInstances().get(0).authentication())
                .isInstanceOf(Extension.class);
        assertThat(result.diagnostics()).extracting(Diagnostic::message).anyMatch(text -> text.contains("exclude"));
    }

    @Test
    void unicastNeedsNoInterface() {
        ReadResult result = Reading.of("""
                vrrp_instance A {
                 virtual_router_id 5
                 unicast_src_ip 192.0.2.11
                 unicast_peer {
                  192.0.2.12
                  2001:db8::12
                 }
                 virtual_ipaddress {
                  192.0.2.1
                  192.0.2.2 dev eth4
                 }
                }
                """);

        VrrpInstance instance = result.configuration().vrrpInstances().get(0);
        assertThat(instance.key().interfaceName()).isEmpty();
        assertThat(instance.tracking().primaryInterface()).isFalse();
        assertThat(instance.addresses().advertised()).hasSize(1);
        assertThat(instance.unicast().peers()).as("of one family").hasSize(1);
    }

    @Test
    void oneVridMayBeSharedByPeerOrGroup() {
        String head = "\n interface eth0\n virtual_router_id 5\n virtual_ipaddress {\n 192.0.2.1\n }\n ";
        List<VrrpInstance> instances = Reading.of("vrrp_instance A {" + head + "}\n"
                        + "vrrp_instance B {" + head + "mcast_dst_ip 224.0.0.99\n}\n"
                        + "vrrp_instance C {" + head + "unicast_peer {\n 192.0.2.7\n}\n}\n"
                        + "vrrp_instance D {" + head + "unicast_peer {\n 192.0.2.8\n}\n}\n"
                        + "vrrp_instance E {" + head + "unicast_peer {\n 192.0.2.9\n 192.0.2.8\n}\n}\n"
                        + "vrrp_instance F {" + head + "}\n")
                .configuration()
                .vrrpInstances();

        assertThat(instances).extracting(VrrpInstance::name).containsExactly("A", "B", "C", "D");
        assertThat(instances)
                .extracting(instance -> instance.key().partners())
                .containsExactly("", "224.0.0.99", "192.0.2.7", "192.0.2.8");
    }

    @Test
    void whatHasNoMeaningIsLeftOut() {
        assertThat(instance("mcast_dst_ip 192.0.2.9").advert().group()).isNull();
        assertThat(instance("mcast_src_ip 2001:db8::9\n track_src_ip").advert().flags())
                .isEmpty();
        assertThat(instance("unicast_ttl 9").unicast().ttl()).isEqualTo(255);
        assertThat(instance("unicast_fault_no_peer").unicast().flags())
                .containsExactly(UnicastSettings.Flag.FAULT_WITHOUT_PEER);
        assertThat(instance("owner_ignore_adverts").advert().flags()).isEmpty();
        assertThat(instance("priority 255\n owner_ignore_adverts no").advert().flags())
                .as("as keepalived 2.4.3")
                .contains(AdvertSettings.Flag.OWNER_IGNORES_ADVERTS);
    }

    @Test
    void nativeIpv6DecidesTheFamilyWithoutAddresses() {
        VrrpInstance instance = Reading.of("""
                        vrrp_instance A {
                         interface eth0
                         virtual_router_id 5
                         native_ipv6
                         no_virtual_ipaddress
                        }
                        """).configuration().vrrpInstances().get(0);

        assertThat(instance.key().family()).isEqualTo(AddressFamily.IPV6);
        assertThat(instance.version()).isEqualTo(3);
    }
}
