package io.vedette.ingest.health;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one poll of a source.
 *
 * @param result how it went
 * @param at when it ended
 * @param error the sort of error if it failed, as metrics carry it: the kind of a {@code WebException} in lower case with
 *     hyphens, or {@code unreadable} for a document that is no list; null if it did not fail
 * @param message why it failed, for people; null if it did not
 * @param items what it brought; {@link Items#NONE} unless the list was read
 * @param fetchedFrom the address that answered in the end; null if none did or nothing has changed
 * @param movedTo where the source is for good by its own account; null if it stays
 * @param hub its WebSub hub; null if it names none, or nothing has changed
 * @param interval from one poll to the next, as it is now
 * @param nextPoll when it is polled next
 */
public record PollOutcome(
        Result result,
        Instant at,
        @Nullable String error,
        @Nullable String message,
        Items items,
        @Nullable URI fetchedFrom,
        @Nullable URI movedTo,
        @Nullable URI hub,
        Duration interval,
        Instant nextPoll) {

    /** How a poll went. */
    public enum Result {
        /** The list was fetched and read. */
        READ,
        /** The source says that nothing has changed. */
        UNCHANGED,
        /** Nothing could be had, or nothing that can be read. */
        FAILED
    }

    /**
     * What a list brought.
     *
     * @param listed all its items
     * @param fresh items that were not known before; of those:
     * @param fullText went in with a full text
     * @param undated carry no date
     * @param edited items that were known, and have changed
     * @param scrolledOff items that are likely to have come and gone since the poll before
     */
    public record Items(int listed, int fresh, int fullText, int undated, int edited, int scrolledOff) {

        public static final Items NONE = new Items(0, 0, 0, 0, 0, 0);
    }
}
