package io.vedette.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.runtime.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed is read.
 *
 * @param etag the server's, sent back with the next request
 * @param lastModified likewise
 * @param seen hashes of the entries that were taken, the oldest first
 */
record FeedPosition(@Nullable String etag, @Nullable String lastModified, List<String> seen) {

    static final FeedPosition START = new FeedPosition(null, null, List.of());

    /** More than feeds have entries; with 16 digits each, 80 KB. */
    private static final int MOST_SEEN = 4000;

    FeedPosition {
        seen = List.copyOf(seen);
    }

    /** Reads what {@link #write} wrote; anything else is the start. */
    static FeedPosition read(String position) {
        try {
            return position.isEmpty() ? START : Json.MAPPER.readValue(position, FeedPosition.class);
        } catch (JsonProcessingException e) {
            return START;
        }
    }

    /** After a poll that gave these entries; those still in the feed are the last to be forgotten. */
    FeedPosition after(@Nullable String newEtag, @Nullable String newLastModified, List<String> entries) {
        Set<String> all = new LinkedHashSet<>(seen);
        all.removeAll(entries);
        all.addAll(entries);
        List<String> order = new ArrayList<>(all);
        return new FeedPosition(
                newEtag, newLastModified, order.subList(Math.max(0, order.size() - MOST_SEEN), order.size()));
    }

    String write() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings could not be written as JSON", e);
        }
    }
}
