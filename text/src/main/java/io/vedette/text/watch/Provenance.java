package io.vedette.text.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an article comes from, as far as it is known.  What is not known is true of no clause that asks for it.
 *
 * @param source the outlet's name
 * @param url the article's address
 * @param published when it was published, as the outlet says
 * @param accepted when Vedette accepted it: what {@code age} and {@code when} are counted from
 */
public record Provenance(
        @Nullable String source,
        @Nullable String url,
        @Nullable Instant published,
        @Nullable Instant accepted) {

    /** Of an article of which nothing is known but its text. */
    public static final Provenance UNKNOWN = new Provenance(null, null, null, null);
}
