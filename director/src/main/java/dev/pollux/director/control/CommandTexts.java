package dev.pollux.director.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pollux.ipvs.admin.AdminRequest;
import dev.pollux.ipvs.names.NoNames;
import dev.pollux.ipvs.table.TableChange;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Commands in JSON, in ipvsadm's words: <code>{"commands":["-e -t 192.0.2.1:80 -r 198.51.100.1:80 -m -w 0"]}</code>. */
final class CommandTexts {

    static final JsonFactory JSON = new JsonFactory();

    private static final String COMMANDS = "commands";

    private CommandTexts() {}

    static String write(List<? extends TableChange> commands) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart(COMMANDS);
            for (TableChange command : commands) {
                json.writeString(command.toString());
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** IllegalArgumentException says what is wrong with the text. */
    static List<TableChange> read(String text) {
        List<TableChange> commands = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    commands.add(command(json.getText()));
                }
            }
            return commands;
        } catch (IOException e) {
            throw new IllegalArgumentException("This is not JSON: " + e.getMessage(), e);
        }
    }

    private static TableChange command(String words) {
        AdminRequest request = AdminRequest.read(Stream.of(words.split(" ", -1)).toList(), new NoNames());
        if (request instanceof AdminRequest.Change change) {
            return change.command();
        }
        throw new IllegalArgumentException("This changes nothing: " + words);
    }
}
