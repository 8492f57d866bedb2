package io.vedette.alerts.delivery.stream;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of the stream is: for each partition of the alerts topic the offset that comes next.  Means the same on
 * every instance, so that a reader may go on with another one.  Immutable.
 */
record Position(Map<Integer, Long> next) {

    static final Position START = new Position(Map.of());

    private static final Pattern TEXT = Pattern.compile("\\d{1,6}:\\d{1,18}(,\\d{1,6}:\\d{1,18})*");

    Position {
        next = Map.copyOf(next);
    }

    /**
     * Reads an event's id.
     *
     * @return null if it is none of ours
     */
    static @Nullable Position parse(String text) {
        if (text.length() > 100_000 || !TEXT.matcher(text).matches()) {
            return null;
        }
        Map<Integer, Long> next = new TreeMap<>();
        for (String part : text.split(",")) {
            int colon = part.indexOf(':');
            next.put(Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
        }
        return new Position(next);
    }

    /** Whether what is there comes after this. */
    boolean before(int partition, long offset) {
        return next.getOrDefault(partition, 0L) <= offset;
    }

    Position after(int partition, long offset) {
        Map<Integer, Long> after = new TreeMap<>(next);
        after.put(partition, offset + 1);
        return new Position(after);
    }

    /** The event's id. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(next).forEach((partition, offset) -> text.append(text.isEmpty() ? "" : ",")
                .append(partition)
                .append(':')
                .append(offset));
        return text.toString();
    }
}
