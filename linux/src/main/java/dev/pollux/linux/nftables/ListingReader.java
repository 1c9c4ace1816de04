package dev.pollux.linux.nftables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@code nft -j list table} prints (libnftables-json(5)). */
final class ListingReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final Map<String, String> objects = new HashMap<>();
    private final Map<String, List<String>> rules = new HashMap<>();
    private final Map<String, Set<List<String>>> elements = new HashMap<>();

    private ListingReader(JsonParser parser) {
        this.parser = parser;
    }

    static TableListing read(String json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            return new ListingReader(parser).all();
        }
    }

    /** {@code {"nftables": [{"metainfo": {...}}, {"table": {...}}, {"chain": {...}}, {"rule": {...}}, ...]}}. */
    private TableListing all() throws IOException {
        expect(JsonToken.START_OBJECT);
        expect(JsonToken.FIELD_NAME);
        expect(JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            expect(JsonToken.FIELD_NAME);
            String kind = parser.currentName();
            expect(JsonToken.START_OBJECT);
            object(kind);
            expect(JsonToken.END_OBJECT);
        }
        return new TableListing(objects, rules, elements);
    }

    private void object(String kind) throws IOException {
        Map<String, String> fields = new HashMap<>();
        Set<List<String>> content = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("elem")) {
                readElements(content);
            } else {
                fields.put(field, text());
            }
        }
        fields.remove("handle");
        switch (kind) {
            case "rule" ->
                rules.computeIfAbsent(unquoted(fields.remove("chain")), chain -> new ArrayList<>())
                        .add(fields.getOrDefault("expr", ""));
            case "chain", "set", "map" -> {
                String name = unquoted(fields.remove("name"));
                objects.put(kind + " " + name, new TreeMap<>(fields).toString());
                if (!content.isEmpty()) {
                    elements.put(name, Set.copyOf(content));
                }
            }
            default -> {}
        }
    }

    private void readElements(Set<List<String>> content) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            List<String> values = new ArrayList<>();
            int depth = 0;
            do {
                JsonToken token = parser.currentToken();
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    values.add(parser.getText());
                }
            } while (depth > 0 && parser.nextToken() != null);
            content.add(List.copyOf(values));
        }
    }

    /** The value at the parser, as compact JSON. */
    private String text() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private void expect(JsonToken token) throws IOException {
        if (parser.nextToken() != token) {
            throw new IOException("nft printed something else than a listing at " + parser.currentLocation());
        }
    }

    private static String unquoted(@Nullable String text) {
        return text == null ? "" : text.substring(1, text.length() - 1);
    }
}
