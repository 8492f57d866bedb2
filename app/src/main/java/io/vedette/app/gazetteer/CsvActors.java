package io.vedette.app.gazetteer;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Comma-separated values (RFC 4180) with a header.  Columns, in any order and case: name; id, type, country, aliases (|
 * or ; between), valid-from, valid-to, role.  Others are ignored; only name is required.
 */
final class CsvActors {

    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();

    /** What else columns are called. */
    private static final Map<String, String> ALSO = Map.of(
            "label", "name",
            "alias", "aliases",
            "alternative names", "aliases",
            "from", "valid-from",
            "start", "valid-from",
            "to", "valid-to",
            "end", "valid-to",
            "description", "role",
            "country code", "country");

    private CsvActors() {}

    static void read(String file, Reader in, char separator, ImportedActors actors) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        try (MappingIterator<Map<String, String>> rows =
                MAPPER.readerForMapOf(String.class).with(schema).readValues(in)) {
            int row = 1;
            while (rows.hasNextValue()) {
                row++;
                add(file + ", row " + row, rows.nextValue(), actors);
            }
        } catch (IOException e) {
            throw new IOException(file + " is no CSV with a header: " + e.getMessage(), e);
        }
    }

    private static void add(String where, Map<String, String> cells, ImportedActors actors) {
        String name = cell(cells, "name");
        if (name.isBlank()) {
            actors.problem(where, "has no name; left out");
            return;
        }
        String id = cell(cells, "id");
        ImportedActor actor = actors.actor(id.isBlank() ? "import:" + ImportedActors.slug(name) : id)
                .name(name)
                .type(cell(cells, "type").toUpperCase(Locale.ROOT))
                .country(cell(cells, "country").toUpperCase(Locale.ROOT))
                .valid(cell(cells, "valid-from"), cell(cells, "valid-to"))
                .role(cell(cells, "role"));
        List.of(cell(cells, "aliases").split("[|;]")).forEach(actor::alias);
    }

    private static String cell(Map<String, String> cells, String column) {
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String name = cell.getKey().strip().toLowerCase(Locale.ROOT);
            if (ALSO.getOrDefault(name, name).equals(column) && cell.getValue() != null) {
                return cell.getValue();
            }
        }
        return "";
    }
}
