package io.vedette.ingest.web;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param requestHead the request as it was sent
 * @param head its status line and headers as they came, each with its line break
 * @param body as it came, without the framing of its transfer; empty unless the status is 2xx
 * @param server that answered, if known
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record Answer(
        int status,
        List<Header> headers,
        String requestHead,
        String head,
        byte[] body,
        @Nullable InetAddress server) {

    boolean redirects() {
        return switch (status) {
            case HttpStatus.SC_MOVED_PERMANENTLY,
                    HttpStatus.SC_MOVED_TEMPORARILY,
                    HttpStatus.SC_SEE_OTHER,
                    HttpStatus.SC_TEMPORARY_REDIRECT,
                    HttpStatus.SC_PERMANENT_REDIRECT -> true;
            default -> false;
        };
    }

    boolean movedForGood() {
        return status == HttpStatus.SC_MOVED_PERMANENTLY || status == HttpStatus.SC_PERMANENT_REDIRECT;
    }

    /** The value, those of several such headers joined (RFC 9110, 5.3); null if there is none. */
    @Nullable
    String header(String name) {
        String joined = headers.stream()
                .filter(header -> header.getName().equalsIgnoreCase(name) && header.getValue() != null)
                .map(header -> header.getValue().strip())
                .collect(Collectors.joining(", "));
        return joined.isEmpty() ? null : joined;
    }

    /** The first value, for headers that may be there but once; null if there is none, or it is longer than so many characters. */
    @Nullable
    String header(String name, int longest) {
        return headers.stream()
                .filter(header -> header.getName().equalsIgnoreCase(name) && header.getValue() != null)
                .map(header -> header.getValue().strip())
                .filter(value -> !value.isEmpty() && value.length() <= longest)
                .findFirst()
                .orElse(null);
    }
}
