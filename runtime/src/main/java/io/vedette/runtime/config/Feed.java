package io.vedette.runtime.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An RSS or Atom feed to poll.
 *
 * @param id what its progress is kept under; changing it reads the feed anew
 * @param url {@code http} or {@code https}
 * @param source the outlet's name as articles carry it; the feed's own title if null
 * @param interval from the end of one poll to the start of the next
 */
public record Feed(
        String id,
        URI url,
        @Nullable String source,
        @Default("5m") Duration interval) {

    public Feed {
        Require.matches("id", id, "[A-Za-z0-9._-]{1,100}", "give 1 to 100 letters, digits, dots, hyphens, underscores");
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new InvalidValueException("url", "is \"" + url + "\"; give an http or https URL");
        }
        Require.atLeast("interval", interval, Duration.ofSeconds(1));
    }
}
