package dev.pollux.director.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pollux.ipvs.names.NoNames;
import dev.pollux.ipvs.override.OverrideAnswer;
import dev.pollux.ipvs.table.TableChange;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.Errno;
import io.netty.channel.IoEventLoop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {

    private static final String OURS = "-D -t 10.0.0.1:80";
    private static final String FOREIGN = "-D -t 10.0.0.2:80";
    private static final String UNKNOWN = "-D -t 10.0.0.3:80";

    private final IoEventLoop loop = EventLoops.create("control");
    private final FakeServices services = new FakeServices();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final List<TableChange> written = new ArrayList<>();

    private Path directory = Path.of("");
    private Path socket = Path.of("");

    @BeforeEach
    void serve(@TempDir Path folder) {
        directory = folder;
        socket = directory.resolve("netns-7/control");
        ControlSocket.serve(loop, socket, services);
        await().until(() -> new ControlClient(socket).answers());
    }

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void onlyItsOwnerMayUseIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsOursGoesToTheDirectorAndTheRestToTheKernel() {
        List<NetlinkAck> answers = DirectedWriter.over(this::kernel, socket, out)
                .execute(CommandTexts.read("[\"" + FOREIGN + "\",\"" + OURS + "\",\"" + UNKNOWN + "\"]"));
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).isEqualTo(NetlinkAck.OK);
        assertThat(answers.get(1)).isEqualTo(NetlinkAck.OK);
        assertThat(answers.get(2).is(Errno.ESRCH)).isTrue();
        assertThat(written).extracting(TableChange::toString).containsExactly(FOREIGN);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(OURS).doesNotContain(FOREIGN);
    }

    @Test
    void withoutADirectorAllGoesToTheKernel() {
        Path nobody = directory.resolve("nobody");
        assertThat(DirectedWriter.over(this::kernel, nobody, out).execute(CommandTexts.read("[\"" + OURS + "\"]")))
                .containsExactly(NetlinkAck.OK);
        assertThat(written).hasSize(1);
    }

    @Test
    void overridesAreListedAndLifted() {
        services.inForce.addAll(commands("-e -t 10.0.0.1:80 -r 10.0.1.1:80 -m -w 0", "-E -t 10.0.0.1:8080 -s rr"));
        assertThat(tool("list")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
        assertThat(tool("lift", "-t", "10.0.0.1:80")).isZero();
        assertThat(services.inForce).extracting(TableChange::toString).containsExactly("-E -t 10.0.0.1:8080 -s rr");
        assertThat(tool("lift", "-t", "10.0.0.1:80")).isEqualTo(1);
        assertThat(tool("lift", "--all")).isZero();
        assertThat(services.inForce).isEmpty();
    }

    @Test
    void nonsenseIsRefusedWithAReason() {
        ControlClient client = new ControlClient(socket);
        assertThatThrownBy(() -> client.post(ControlSocket.COMMANDS, "nonsense"))
                .hasMessageContaining("400");
        assertThatThrownBy(() -> client.post(ControlSocket.COMMANDS, "[\"-L\"]"))
                .hasMessageContaining("changes nothing");
        assertThatThrownBy(() -> client.get("/nothing")).hasMessageContaining("404");
    }

    private int tool(String... words) {
        return new OverrideTool(socket, new NoNames(), out, out).run(List.of(words));
    }

    private List<NetlinkAck> kernel(List<TableChange> commands) {
        written.addAll(commands);
        return commands.stream().map(command -> NetlinkAck.OK).toList();
    }

    private static List<TableChange> commands(String... texts) {
        return CommandTexts.read("[\"" + String.join("\",\"", texts) + "\"]").stream()
                .toList();
    }

    /** Owns one service, and knows that another is gone. */
    private static final class FakeServices implements ControlSocket.Services {

        private final List<TableChange> inForce = new CopyOnWriteArrayList<>();

        @Override
        public CompletionStage<List<OverrideAnswer>> override(List<TableChange> commands) {
            return CompletableFuture.completedFuture(commands.stream()
                    .map(command -> new OverrideAnswer(
                            !command.toString().equals(FOREIGN),
                            new NetlinkAck(command.toString().equals(UNKNOWN) ? Errno.ESRCH.number() : 0, "")))
                    .toList());
        }

        @Override
        public CompletionStage<Void> lift(List<TableChange> commands) {
            inForce.removeAll(commands);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public List<TableChange> overrides() {
            return inForce;
        }
    }
}
