package dev.pollux.director.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Findings as JSON: docs/doctor.md describes the form. */
final class FindingsJson {

    private FindingsJson() {}

    static String of(List<Finding> findings, int exitCode) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("exitCode", exitCode);
            json.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                write(finding, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the findings", e);
        }
        return text + "\n";
    }

    private static void write(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", finding.kind().id());
        json.writeStringField("severity", finding.kind().severity().label());
        json.writeStringField("message", finding.what());
        json.writeStringField("breaks", finding.kind().breaks());
        json.writeStringField("why", finding.kind().why());
        json.writeArrayFieldStart("commands");
        for (String command : finding.commands()) {
            json.writeString(command);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
