package dev.pollux.vrrp.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.FirewallSettings;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.nftables.NftablesException;
import dev.pollux.linux.nftables.TableListing;
import dev.pollux.linux.nftables.TableName;
import dev.pollux.vrrp.Instances;
import dev.pollux.vrrp.firewall.FirewallRules.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirewallTest {

    private static final Set<Refused> REFUSED = Set.of(new Refused(Instances.inet("10.9.0.100"), ""));

    private final PretendNftables nftables = new PretendNftables();
    private final Firewall firewall;

    FirewallTest(@TempDir Path directory) {
        firewall = new Firewall(nftables, directory.resolve("firewall"));
    }

    @BeforeEach
    void configure() {
        firewall.configure(FirewallSettings.defaults(), Map.of());
    }

    @Test
    void whatFailedIsTriedAgainAndWhatIsThereIsNot() {
        nftables.failures = 1;
        assertThat(firewall.refuse(REFUSED)).isEqualTo("busy");
        assertThat(firewall.refuse(REFUSED)).isEmpty();
        assertThat(firewall.refuse(REFUSED)).isEmpty();

        assertThat(nftables.scripts).hasSize(1).allMatch(script -> script.contains("10.9.0.100"));
    }

    /** What the last wish was counts, not what was reached. */
    @Test
    void whatIsNotWantedAnyMoreGoesThoughItFailed() {
        nftables.failures = 1;
        assertThat(firewall.refuse(REFUSED)).isEqualTo("busy");
        assertThat(firewall.refuse(Set.of())).isEmpty();

        assertThat(nftables.scripts).hasSize(1).noneMatch(script -> script.contains("10.9.0.100"));
    }

    @Test
    void duplicatingIsGivenUpOnlyWhereTheRestWorksWithoutIt() {
        Map<String, String> macvlans = Map.of("vrrp.51", "eth0");
        nftables.failures = 2;
        firewall.configure(FirewallSettings.defaults(), macvlans);
        assertThat(nftables.scripts).isEmpty();

        assertThat(firewall.refuse(REFUSED)).isEmpty();
        assertThat(nftables.scripts).hasSize(1).allMatch(script -> script.contains("dup to"));

        nftables.failures = 1;
        assertThat(firewall.refuse(Set.of())).isEmpty();
        assertThat(nftables.scripts.get(1)).contains("vrrp.51").doesNotContain("dup to");
    }

    private static final class PretendNftables implements Nftables {

        private final List<String> scripts = new ArrayList<>();
        private int failures;

        @Override
        public void apply(String script) {
            if (failures > 0) {
                failures--;
                throw new NftablesException("busy");
            }
            scripts.add(script);
        }

        @Override
        public int generation() {
            return scripts.size();
        }

        @Override
        public Optional<TableListing> read(TableName table) {
            return Optional.empty();
        }
    }
}
