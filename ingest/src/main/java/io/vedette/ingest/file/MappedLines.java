package io.vedette.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.mapping.Entry;
import io.vedette.ingest.mapping.Mapping;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a row or a JSON object a line by a mapping: a bad line is reported and the others go on; blank lines are nothing. */
final class MappedLines {

    /** Addresses in files are whole. */
    private static final URI NOWHERE = URI.create("about:blank");

    private final Mapping mapping;
    private final @Nullable String where;
    private final Pattern separator;

    /** @param where the file for reports; null for standard input */
    MappedLines(Mapping mapping, @Nullable String where) {
        this.mapping = mapping;
        this.where = where;
        this.separator = Pattern.compile(Pattern.quote(String.valueOf(mapping.separator())));
    }

    /**
     * Reads to the end.
     *
     * @throws IOException if reading fails
     */
    void read(Reader reader, FileItems items) throws IOException, InterruptedException {
        LineReader lines = new LineReader(reader, LineReader.LONGEST_LINE);
        long number = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (lines.tooLong()) {
                items.bad(new BadInput(where, number, 0, "the line is longer than 64 million characters"), number);
            } else if (!line.isBlank()) {
                one(line, number, items);
            }
        }
    }

    private void one(String line, long number, FileItems items) throws InterruptedException {
        try {
            Entry entry = entry(number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line);
            if (mapping.takes(entry)) {
                items.article(mapping.map(entry, NOWHERE).article(), new BadInput(where, number, 0, ""), number);
            }
        } catch (JsonProcessingException e) {
            long column =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr());
            items.bad(new BadInput(where, number, column, "malformed JSON: " + e.getOriginalMessage()), number);
        }
    }

    private Entry entry(String line) throws JsonProcessingException {
        if (mapping.form() == Mapping.Form.TABLE) {
            return new Entry.OfRow(List.of(separator.split(line, -1)));
        }
        JsonNode object = Json.MAPPER.readTree(line);
        return new Entry.OfJson(object);
    }
}
