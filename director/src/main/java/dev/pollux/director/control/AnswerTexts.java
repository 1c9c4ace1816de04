package dev.pollux.director.control;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pollux.ipvs.override.OverrideAnswer;
import dev.pollux.linux.netlink.NetlinkAck;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What became of commands, in JSON: <code>{"answers":[{"ours":true,"errno":0}]}</code>, in their order. */
final class AnswerTexts {

    private AnswerTexts() {}

    static String write(List<OverrideAnswer> answers) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = CommandTexts.JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("answers");
            for (OverrideAnswer answer : answers) {
                json.writeStartObject();
                json.writeBooleanField("ours", answer.ours());
                json.writeNumberField("errno", answer.answer().errno());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static List<OverrideAnswer> read(String text) throws IOException {
        List<OverrideAnswer> answers = new ArrayList<>();
        try (JsonParser json = CommandTexts.JSON.createParser(text)) {
            boolean ours = false;
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_TRUE || json.currentToken() == JsonToken.VALUE_FALSE) {
                    ours = json.getBooleanValue();
                } else if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                    answers.add(new OverrideAnswer(ours, new NetlinkAck(json.getIntValue(), "")));
                }
            }
        }
        return answers;
    }
}
