package io.vedette.ingest.polling;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A page that an article was made of, to be looked at again.
 *
 * @param url its canonical address
 * @param title its headline
 * @param due when to look, in seconds since 1970
 */
record PublishedPage(
        @JsonProperty("u") String url,
        @JsonProperty("t") String title,
        @JsonProperty("at") long due) {}
