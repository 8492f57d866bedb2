package io.vedette.ingest.web;

import io.vedette.schemas.Evidence;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the web answered, if it went well. */
public sealed interface WebAnswer {

    /** Nothing has changed since what was known. */
    record Unchanged(@Nullable Duration freshFor) implements WebAnswer {}

    /**
     * A document.
     *
     * @param body unpacked; not to be changed
     * @param contentType as the server gave it, or null
     * @param address that answered in the end, behind all redirects
     * @param movedTo where the document is for good, if only permanent redirects (301, 308) led there; null if it has not
     *     moved
     * @param etag to be sent with the next request, or null
     * @param lastModified likewise
     * @param freshFor how long the server says that it stays the same (Cache-Control, Expires); null if it does not say
     * @param fetchedAt when it was complete
     * @param evidence where its bytes are kept, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
    record Document(
            byte[] body,
            @Nullable String contentType,
            URI address,
            @Nullable URI movedTo,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable Duration freshFor,
            Instant fetchedAt,
            @Nullable Evidence evidence)
            implements WebAnswer {}
}
