package dev.pollux.director.control;

import dev.pollux.director.http.HttpListener;
import dev.pollux.director.http.Page;
import dev.pollux.director.http.Site;
import dev.pollux.ipvs.override.OverrideAnswer;
import dev.pollux.ipvs.table.TableChange;
import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The director's side of the socket. Owned by the {@code control} loop. */
public final class ControlSocket {

    static final String COMMANDS = "/ipvs/commands";
    static final String OVERRIDES = "/ipvs/overrides";
    static final String LIFT = "/ipvs/overrides/lift";

    private static final Logger log = LoggerFactory.getLogger(ControlSocket.class);
    private static final String JSON = "application/json";

    private ControlSocket() {}

    /** What can be told and asked. */
    public interface Services {
        CompletionStage<List<OverrideAnswer>> override(List<TableChange> commands);

        CompletionStage<Void> lift(List<TableChange> commands);

        List<TableChange> overrides();
    }

    /** Begins to serve. Without the socket the director runs all the same. */
    public static void serve(IoEventLoop control, Path socket, Services services) {
        Site site = new Site(
                Map.of(OVERRIDES, accept -> overrides(services)),
                Map.of(
                        COMMANDS,
                        body -> services.override(CommandTexts.read(body))
                                .thenApply(answers -> new Page(JSON, AnswerTexts.write(answers))),
                        LIFT,
                        body -> services.lift(CommandTexts.read(body)).thenApply(done -> overrides(services))));
        HttpListener.openLocal(control, socket, site).whenComplete((listener, failure) -> {
            if (failure != null) {
                log.error("No control socket {}: {}", socket, failure.toString());
            }
        });
    }

    /** The director leaves: who finds no socket turns to the kernel. */
    public static void remove(Path socket) {
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            log.warn("Cannot remove {}: {}", socket, e.toString());
        }
    }

    private static Page overrides(Services services) {
        return new Page(JSON, CommandTexts.write(services.overrides()));
    }
}
