package dev.pollux.director.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleReaderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void loadedBuiltInAndLoadable() throws IOException {
        Path loaded =
                Files.writeString(folder.resolve("modules"), "ipip 20480 0 - Live 0x0\nx_tables 1 2 - Live 0x0\n");
        Files.writeString(folder.resolve("modules.builtin"), "kernel/net/ipv4/fou-core.ko\n");
        Files.writeString(
                folder.resolve("modules.dep"),
                "kernel/net/netfilter/ipvs/ip_vs_wrr.ko.xz: kernel/net/netfilter/ipvs/ip_vs.ko.xz\nkernel/a/ip_gre.ko:\n");

        KernelModules modules = new ModuleReader(loaded, folder).read();

        assertThat(modules.present()).containsExactlyInAnyOrder("ipip", "x_tables", "fou_core");
        assertThat(modules.loadable()).containsExactlyInAnyOrder("ip_vs_wrr", "ip_gre");
        assertThat(modules.lacks("ip_vs_wrr")).isFalse();
        assertThat(modules.lacks("ip_vs_twos")).isTrue();
    }

    @Test
    void withoutFilesNothingIsCertain() {
        KernelModules modules = new ModuleReader(folder.resolve("none"), folder.resolve("nowhere")).read();
        assertThat(modules.has("ipip")).isFalse();
        assertThat(modules.lacks("ipip")).isFalse();
    }
}
