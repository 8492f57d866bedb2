package io.vedette.alerts.delivery.stream;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of the stream is: for each partition of the topics the offset that comes next.  Means the same on every
 * instance, so that a reader may go on with another one.  Immutable.
 */
record Position(Map<Part, Long> next) {

    static final Position START = new Position(Map.of());

    private static final Pattern TEXT = Pattern.compile("f?\\d{1,6}:\\d{1,18}(,f?\\d{1,6}:\\d{1,18})*");

    /** A partition of the topic of a sort of events: "7" of alerts, "f7" of feedback. */
    record Part(Sort sort, int partition) implements Comparable<Part> {

        static Part parse(String text) {
            boolean said = text.startsWith(Sort.FEEDBACK.mark());
            return new Part(said ? Sort.FEEDBACK : Sort.ALERT, Integer.parseInt(said ? text.substring(1) : text));
        }

        @Override
        public int compareTo(Part other) {
            int bySort = sort.compareTo(other.sort);
            return bySort == 0 ? Integer.compare(partition, other.partition) : bySort;
        }

        @Override
        public String toString() {
            return sort.mark() + partition;
        }
    }

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
        Map<Part, Long> next = new TreeMap<>();
        for (String part : text.split(",")) {
            int colon = part.indexOf(':');
            next.put(Part.parse(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
        }
        return new Position(next);
    }

    /** Whether what is there comes after this. */
    boolean before(Part part, long offset) {
        return next.getOrDefault(part, 0L) <= offset;
    }

    Position after(Part part, long offset) {
        Map<Part, Long> after = new TreeMap<>(next);
        after.put(part, offset + 1);
        return new Position(after);
    }

    /** The event's id, for somebody who reads these sorts. */
    String of(Set<Sort> sorts) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(next).forEach((part, offset) -> {
            if (sorts.contains(part.sort())) {
                text.append(text.isEmpty() ? "" : ",").append(part).append(':').append(offset);
            }
        });
        return text.toString();
    }

    @Override
    public String toString() {
        return of(Set.of(Sort.values()));
    }
}
