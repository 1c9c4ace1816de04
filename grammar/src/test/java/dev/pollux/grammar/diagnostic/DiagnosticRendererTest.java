package dev.pollux.grammar.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.host.HostFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see, word for word. */
class DiagnosticRendererTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void misspeltKeyword() throws IOException {
        assertThat(
                        render(
                                "vrrp_instance a {\n  interface eth0\n  virtual_router_id 1\n\tpriorty 150\n virtual_ipaddress { 192.0.2.1 }\n}\n"))
                .isEqualTo("""
                        x.conf:4:2: error: unknown keyword 'priorty' in vrrp_instance, the line is ignored; did you mean 'priority'?
                            \tpriorty 150
                            \t^~~~~~~
                        """);
    }

    @Test
    void keywordOfAnotherBlock() throws IOException {
        assertThat(render("global_defs {\n  lb_algo rr\n}\n")).isEqualTo("""
                        x.conf:2:3: error: 'lb_algo' is not known in global_defs, the line is ignored; it belongs in virtual_server
                              lb_algo rr
                              ^~~~~~~
                        """);
    }

    @Test
    void expandedValue() throws IOException {
        assertThat(render("$VERSION=4\nglobal_defs {\n  vrrp_version $VERSION\n}\n"))
                .isEqualTo("""
                        x.conf:3:16: error: '4' is outside the range of vrrp_version, it is ignored; write an integer from 2 to 3
                              vrrp_version $VERSION
                                           ^~~~~~~~
                        x.conf:1:1: note: expanded from $VERSION defined here
                            $VERSION=4
                            ^~~~~~~~~~
                        """);
    }

    @Test
    void wideCharactersBeforeTheCaret() throws IOException {
        assertThat(render("global_defs {\n  \"说明\" abc\n}\n")).contains("    \"说明\" abc\n      ^~~~~~\n");
    }

    @Test
    void missingFile() {
        Path missing = Path.of("/nonexistent/x.conf");
        assertThat(ConfigurationReader.read(missing, ReaderOptions.of("here", HostFacts.permissive()))
                        .diagnostics())
                .singleElement()
                .hasToString(
                        "/nonexistent/x.conf: error: configuration file does not exist; name an existing file with -f");
    }

    private String render(String text) throws IOException {
        Path file = folder.resolve("x.conf");
        Files.writeString(file, text);
        return ConfigurationReader.read(file, ReaderOptions.of("here", HostFacts.permissive())).diagnostics().stream()
                .map(DiagnosticRenderer::render)
                .collect(Collectors.joining())
                .replace(folder + "/", "");
    }
}
