package io.vedette.alerts.delivery.http;

import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.runtime.net.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver answered.
 *
 * @param status the HTTP status
 * @param said the beginning of the body, in one line
 * @param location where it redirects to; null if it does not
 * @param after how long it asks to be left alone; null if it does not say
 */
record Answer(
        int status,
        String said,
        @Nullable String location,
        @Nullable Duration after) {

    private static final int MOST_BYTES = 400;

    /** Reads no more of the body than is shown. */
    static Answer read(ClassicHttpResponse response, URI at, Clock clock) throws IOException {
        return new Answer(
                response.getCode(),
                beginning(response.getEntity()),
                header(response, "Location"),
                RetryAfter.parse(header(response, "Retry-After"), clock.instant()));
    }

    /** Whether the same is to be posted elsewhere. */
    boolean redirects() {
        return (status == HttpStatus.SC_TEMPORARY_REDIRECT || status == HttpStatus.SC_PERMANENT_REDIRECT)
                && location != null;
    }

    /**
     * Where the redirect leads.
     *
     * @throws IOException if nobody should follow it
     */
    URI target(URI from) throws IOException {
        URI to = from.resolve(String.valueOf(location));
        boolean web = "https".equalsIgnoreCase(to.getScheme()) || "http".equalsIgnoreCase(to.getScheme());
        if (!web || to.getHost() == null) {
            throw new IOException("redirected to what is no http or https address");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
            throw new IOException("redirected from https to http, which would send it in the clear");
        }
        return to;
    }

    Outcome outcome() {
        if (status >= 200 && status < 300) {
            return Outcome.delivered();
        }
        String reason = "answered " + status + (said.isEmpty() ? "" : ": " + said);
        if (status == HttpStatus.SC_GONE) {
            return Outcome.refused(reason);
        }
        return new Outcome.Failed(reason, after);
    }

    private static String beginning(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        try (InputStream content = entity.getContent()) {
            if (content == null) {
                return "";
            }
            return new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .replaceAll("[\\p{Cntrl}\\s]+", " ")
                    .strip();
        }
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
