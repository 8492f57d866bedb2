package io.vedette.text.gazetteer.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes places as an image.  The same rows in any order give the same bytes. */
public final class PlaceImageWriter {

    private final List<PlaceRow> rows;
    private final ByteSink body = new ByteSink();

    private PlaceImageWriter(Collection<PlaceRow> rows) {
        this.rows = new ArrayList<>(rows);
        this.rows.sort(Comparator.comparing(PlaceRow::area)
                .thenComparing(PlaceRow::level)
                .thenComparingLong(PlaceRow::geonameId));
    }

    /**
     * Writes an image.
     *
     * @param about where the data comes from
     * @param rows the places; each has a name at least
     * @param out gets the image; is flushed, not closed
     * @throws IOException if it can't be written
     */
    public static void write(String about, Collection<PlaceRow> rows, OutputStream out) throws IOException {
        byte[] body = new PlaceImageWriter(rows).body(about);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 2);
        packed.write(ByteBuffer.allocate(4).putInt(body.length).array());
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed, deflater)) {
            deflated.write(body);
        } finally {
            deflater.end();
        }
        byte[] checked = packed.toByteArray();
        out.write(PlaceImageFormat.MAGIC);
        out.write(PlaceImageFormat.checksum(checked, 0));
        out.write(checked);
        out.flush();
    }

    private byte[] body(String about) {
        body.string(about);
        body.number(rows.size());
        body.number(rows.stream().mapToInt(row -> row.names().size()).sum());
        Map<String, Integer> features = features();
        Map<String, Integer> areas = areas();
        rows.forEach(row -> body.aByte(row.level().ordinal()));
        rows.forEach(row -> body.number(features.getOrDefault(row.feature(), 0)));
        int before = 0;
        for (PlaceRow row : rows) {
            int area = areas.getOrDefault(row.area(), 0);
            body.number(area - before);
            before = area;
        }
        deltas(PlaceRow::geonameId);
        deltas(row -> Math.round(row.latitude() * PlaceImageFormat.DEGREE));
        deltas(row -> Math.round(row.longitude() * PlaceImageFormat.DEGREE));
        rows.forEach(row -> body.number(Math.min(Integer.MAX_VALUE, Math.max(0, row.population()))));
        rows.forEach(row -> body.number(row.names().size()));
        names();
        return body.toBytes();
    }

    private Map<String, Integer> features() {
        Map<String, Integer> numbers = new HashMap<>();
        TreeSet<String> features =
                new TreeSet<>(rows.stream().map(PlaceRow::feature).toList());
        body.number(features.size());
        for (String feature : features) {
            numbers.put(feature, numbers.size());
            body.string(feature);
        }
        return numbers;
    }

    private Map<String, Integer> areas() {
        Map<String, Integer> numbers = new HashMap<>();
        TreeSet<String> areas = new TreeSet<>(rows.stream().map(PlaceRow::area).toList());
        body.number(areas.size());
        String before = "";
        for (String area : areas) {
            numbers.put(area, numbers.size());
            int shared = 0;
            while (shared < Math.min(before.length(), area.length()) && before.charAt(shared) == area.charAt(shared)) {
                shared++;
            }
            body.number(shared);
            body.string(area.substring(shared));
            before = area;
        }
        return numbers;
    }

    private void deltas(ToLongFunction<PlaceRow> column) {
        long before = 0;
        for (PlaceRow row : rows) {
            long value = column.applyAsLong(row);
            body.signed(value - before);
            before = value;
        }
    }

    private void names() {
        ByteSink shared = new ByteSink();
        ByteSink rest = new ByteSink();
        ByteSink bytes = new ByteSink();
        for (PlaceRow row : rows) {
            byte[] before = {};
            for (PlaceName name : row.names()) {
                body.aByte(name.source().ordinal());
                byte[] text = name.text().getBytes(StandardCharsets.UTF_8);
                if (text.length > PlaceImageFormat.LONGEST_NAME) {
                    throw new IllegalArgumentException(
                            "a name has more than " + PlaceImageFormat.LONGEST_NAME + " bytes: " + name.text());
                }
                int common = common(before, text);
                shared.aByte(common);
                rest.aByte(text.length - common);
                bytes.bytes(text, common);
                before = text;
            }
        }
        body.bytes(shared.toBytes(), 0);
        body.bytes(rest.toBytes(), 0);
        body.bytes(bytes.toBytes(), 0);
    }

    private static int common(byte[] a, byte[] b) {
        int i = 0;
        while (i < a.length && i < b.length && a[i] == b[i]) {
            i++;
        }
        return i;
    }
}
