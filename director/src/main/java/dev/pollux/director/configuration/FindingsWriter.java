package dev.pollux.director.configuration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pollux.grammar.bind.AcceptedKeyword;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.SourceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** Writes judgements as JSON while they are made: docs/check.md describes the form. */
final class FindingsWriter implements AutoCloseable {

    private final JsonGenerator json;

    /** @param many an array of judgements, else a single one */
    FindingsWriter(Writer out, boolean many) {
        try {
            json = new JsonFactory()
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .createGenerator(out);
            if (many) {
                json.writeStartArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the findings", e);
        }
    }

    void write(Judgement judgement) {
        try {
            json.writeStartObject();
            json.writeStringField("file", judgement.file().toString());
            json.writeNumberField("exitCode", judgement.exitCode());
            json.writeBooleanField("runs", judgement.runs());
            json.writeArrayFieldStart("findings");
            for (Diagnostic finding : judgement.result().diagnostics()) {
                write(finding);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notActedOn");
            for (AcceptedKeyword keyword : judgement.result().accepted()) {
                write(keyword);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the findings", e);
        }
    }

    /** What the comparison of two files found. */
    void writePair(Path first, Path second, List<Diagnostic> findings, int code) {
        try {
            json.writeStartObject();
            json.writeStringField("first", first.toString());
            json.writeStringField("second", second.toString());
            json.writeNumberField("exitCode", code);
            json.writeArrayFieldStart("findings");
            for (Diagnostic finding : findings) {
                write(finding);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the findings", e);
        }
    }

    private void write(Diagnostic finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", finding.code().id());
        json.writeStringField("severity", finding.severity().label());
        json.writeStringField("message", finding.message());
        json.writeStringField("hint", finding.hint());
        place(finding.span());
        json.writeArrayFieldStart("notes");
        for (Diagnostic.Note note : finding.notes()) {
            json.writeStartObject();
            json.writeStringField("message", note.message());
            place(note.span());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void place(SourceSpan span) throws IOException {
        json.writeStringField("file", span.file());
        json.writeNumberField("line", span.line());
        json.writeNumberField("column", span.column());
        json.writeNumberField("length", span.length());
        json.writeStringField("source", span.text());
    }

    private void write(AcceptedKeyword keyword) throws IOException {
        json.writeStartObject();
        json.writeStringField("block", keyword.block());
        json.writeStringField("keyword", keyword.keyword());
        json.writeStringField("reason", keyword.reason());
        json.writeStringField("place", keyword.place());
        json.writeNumberField("uses", keyword.uses());
        json.writeEndObject();
    }

    /** Ends what was begun; the target stays open. */
    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the findings", e);
        }
    }
}
