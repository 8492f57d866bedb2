package io.vedette.alerts.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.javalin.http.Context;
import io.vedette.runtime.json.Json;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes rows as they come, however many they are. */
final class Export<R> {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final Table<R> table;

    Export(Table<R> table) {
        this.table = table;
    }

    /** Makes it the answer. */
    void write(Format format, Iterator<R> rows, Context ctx) throws IOException {
        if (!rows.hasNext()) { // asked first: what goes wrong with the search can still be answered
            ctx.header("Vedette-Rows", "0");
        }
        ctx.contentType(format == Format.CSV ? "text/csv; charset=utf-8" : format.mediaType());
        String extension = format == Format.NDJSON ? "jsonl" : format.name().toLowerCase(Locale.ROOT);
        ctx.header("Content-Disposition", "attachment; filename=\"" + table.name() + "." + extension + "\"");
        OutputStream out = new Unflushed(ctx.outputStream());
        switch (format) {
            case CSV -> csv(rows, out);
            case JSON -> json(rows, out);
            case NDJSON -> lines(rows, out);
            case GEOJSON -> geoJson(rows, out);
        }
        out.flush();
    }

    private void csv(Iterator<R> rows, OutputStream out) throws IOException {
        CsvSchema.Builder columns = CsvSchema.builder();
        table.columns().forEach(columns::addColumn);
        try (SequenceWriter writer = CSV.writer(columns.build().withHeader().withLineSeparator("\r\n"))
                .writeValues(out)) {
            while (rows.hasNext()) {
                List<@Nullable Object> cells = table.cells(rows.next());
                writer.write(cells.stream().map(SpreadsheetText::guarded).toArray());
            }
        }
    }

    private void json(Iterator<R> rows, OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            while (rows.hasNext()) {
                json.writeTree(table.json(rows.next()));
            }
            json.writeEndArray();
        }
    }

    private void lines(Iterator<R> rows, OutputStream out) throws IOException {
        while (rows.hasNext()) {
            out.write(Json.MAPPER.writeValueAsBytes(table.json(rows.next())));
            out.write('\n');
        }
    }

    /** A feature collection (RFC 7946): each row a feature, whose geometry is null where no place is known. */
    private void geoJson(Iterator<R> rows, OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            while (rows.hasNext()) {
                json.writeTree(feature(rows.next()));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private ObjectNode feature(R row) {
        ObjectNode feature = JsonNodeFactory.instance.objectNode().put("type", "Feature");
        List<Table.Point> points = table.points(row);
        if (points.isEmpty()) {
            feature.putNull("geometry");
        } else if (points.size() == 1) {
            position(
                    points.get(0),
                    feature.putObject("geometry").put("type", "Point").putArray("coordinates"));
        } else {
            ArrayNode all =
                    feature.putObject("geometry").put("type", "MultiPoint").putArray("coordinates");
            points.forEach(point -> position(point, all.addArray()));
        }
        ObjectNode properties = feature.putObject("properties");
        List<@Nullable Object> cells = table.cells(row);
        for (int i = 0; i < cells.size(); i++) {
            properties.putPOJO(table.columns().get(i), cells.get(i));
        }
        return feature;
    }

    private static void position(Table.Point point, ArrayNode to) {
        to.add(point.longitude()).add(point.latitude());
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        return Json.MAPPER.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Every value that is written would else be sent, and compressed, by itself. */
    private static final class Unflushed extends FilterOutputStream {

        Unflushed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void flush() {
            // the end of the answer is soon enough
        }
    }
}
