package io.vedette.alerts.topology;

import io.vedette.schemas.Alert;
import io.vedette.schemas.MatchedClause;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes alerts fit: a record that is too large for the producer would end its transaction, and again at every retry.
 * Snippets go first, then the last clauses, then the end of long texts; {@code truncated} says which.  Measured is the
 * JSON form, never smaller than the Avro form.
 */
public final class AlertLimit {

    static final String SNIPPETS = "snippets";
    static final String CLAUSES = "clauses";
    static final String TEXTS = "texts";

    private static final int SHORT_TEXT = 1_000;

    /** Of a field or an element: quotes, colon, comma, brackets, {@code null}. */
    private static final int FRAMING = 10;

    /** What a control character takes as an escape; no other takes more. */
    private static final int BYTES_PER_CHAR = 6;

    private static final int LONGEST_NUMBER_OR_TIME = 40;

    private final int bytes;

    /** @param bytes the largest value that may be written */
    public AlertLimit(int bytes) {
        this.bytes = bytes;
    }

    /** The alert itself, with as little shed as will do. */
    public Alert fit(Alert alert) {
        if (!fits(alert)) {
            alert.getClauses().forEach(clause -> clause.setSnippet(""));
            mark(alert, SNIPPETS);
        }
        if (!fits(alert)) {
            shedClauses(alert);
            mark(alert, CLAUSES);
        }
        if (!fits(alert)) {
            shortenTexts(alert);
            mark(alert, TEXTS);
        }
        return alert;
    }

    private boolean fits(Alert alert) {
        return atMost(alert) <= bytes || AlertJson.write(alert).getBytes(StandardCharsets.UTF_8).length <= bytes;
    }

    /** A bound that costs little to compute: nearly all alerts are far below any limit. */
    private static long atMost(Alert alert) {
        return jsonBytes(alert, 0);
    }

    private static long jsonBytes(Object value, long before) {
        long bytes = before;
        if (value instanceof SpecificRecord record) {
            for (Schema.Field field : record.getSchema().getFields()) {
                bytes += FRAMING + field.name().length();
                Object part = record.get(field.pos());
                bytes = part == null ? bytes : jsonBytes(part, bytes);
            }
        } else if (value instanceof Iterable<?> items) {
            for (Object item : items) {
                bytes = jsonBytes(item, bytes + FRAMING);
            }
        } else if (value instanceof CharSequence text) {
            bytes += (long) text.length() * BYTES_PER_CHAR;
        } else {
            bytes += LONGEST_NUMBER_OR_TIME;
        }
        return bytes;
    }

    private void shedClauses(Alert alert) {
        List<MatchedClause> clauses = alert.getClauses();
        while (!clauses.isEmpty() && !fits(alert)) {
            clauses = List.copyOf(clauses.subList(0, clauses.size() / 2));
            alert.setClauses(clauses);
        }
    }

    private static void shortenTexts(Alert alert) {
        alert.setQuery(String.valueOf(shortened(alert.getQuery())));
        alert.setTitle(shortened(alert.getTitle()));
        alert.setUrl(shortened(alert.getUrl()));
        alert.setSource(shortened(alert.getSource()));
        alert.setLanguage(shortened(alert.getLanguage()));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= SHORT_TEXT ? text : text.substring(0, SHORT_TEXT);
    }

    private static void mark(Alert alert, String what) {
        List<String> truncated = new ArrayList<>(alert.getTruncated());
        truncated.add(what);
        alert.setTruncated(truncated);
    }
}
