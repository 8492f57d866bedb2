package io.vedette.ingest.health;

import io.vedette.ingest.web.WebAnswer;
import io.vedette.ingest.web.WebException;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of one poll of a source. */
public sealed interface PollOutcome {

    /** When the answer was there, or was given up. */
    Instant at();

    /**
     * A list was read; its new items are accepted.
     *
     * @param listed how many items the list has
     * @param fresh those taken that were not known before
     * @param edited those taken that were known in another form; not among {@code fresh}
     * @param fullText of the fresh ones, how many have their full text
     * @param undated of the fresh ones, how many have no date
     * @param scrolledOff how many are likely to have come and gone since the poll before
     * @param movedTo where the source has moved for good, if it says so
     * @param hub its WebSub hub, if it names one
     */
    record Taken(
            Instant at,
            int listed,
            int fresh,
            int edited,
            int fullText,
            int undated,
            int scrolledOff,
            @Nullable URI movedTo,
            @Nullable URI hub)
            implements PollOutcome {}

    /** The source says that nothing has changed since the poll before. */
    record Unchanged(Instant at) implements PollOutcome {}

    /**
     * There was no answer, or none that could be read.
     *
     * @param why its sort
     * @param message for people: what went wrong
     */
    record Failed(Instant at, PollFailure why, String message) implements PollOutcome {}

    /** The web gave no document. */
    static Failed failed(Instant at, WebException e) {
        String message = e.getMessage();
        return new Failed(
                at, PollFailure.of(e.kind()), message == null ? e.kind().name() : message);
    }

    /**
     * The document is none of what the source is to give: looks whether it is a parked domain or a web page instead.
     *
     * @param asked the address of the source
     * @param message what the reader of the list says to it
     */
    static Failed unreadable(URI asked, WebAnswer.Document document, String message) {
        return WrongDocument.judge(asked, document, message);
    }
}
