package io.vedette.ingest.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the web.
 *
 * @param address {@code http} or {@code https}
 * @param accept value of the header {@code Accept}
 * @param etag of what is known already, or null
 * @param lastModified of what is known already, or null
 * @param evidence whether the answer is kept as evidence
 */
public record WebRequest(
        URI address,
        String accept,
        @Nullable String etag,
        @Nullable String lastModified,
        boolean evidence) {

    public static final String FEEDS =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";
    public static final String PAGES = "text/html, application/xhtml+xml, */*;q=0.5";

    /** For a document of which nothing is known yet. */
    public static WebRequest of(URI address, String accept) {
        return new WebRequest(address, accept, null, null, false);
    }
}
