package io.vedette.text;

import java.util.List;

/**
 * What was found in a document.
 *
 * @param language BCP 47; "und" when it could not be told
 * @param mentions by field (title first), then start, then the longer one first
 * @param claims by field (title first), then start
 */
public record Annotations(String language, List<Mention> mentions, List<Claim> claims) {

    public Annotations {
        mentions = List.copyOf(mentions);
        claims = List.copyOf(claims);
    }
}
