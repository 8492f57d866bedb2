package io.vedette.text.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a page within that of somebody who serves a copy of it, or only leads there: the AMP caches of Google and
 * Bing, Google's viewer of them, and the links of Google's alerts and Facebook's posts.
 */
final class WrappedUrl {

    private static final Pattern CACHE = Pattern.compile(
            "https?://(?:[a-z0-9-]+\\.)?(?:cdn\\.ampproject\\.org|bing-amp\\.com)/(?:wp/)?[cv]/(s/)?(.+)");

    private static final Pattern VIEWER =
            Pattern.compile("https?://(?:www\\.)?(?:google\\.[a-z]{2,3}(?:\\.[a-z]{2})?|bing\\.com)/amp/(s/)?(.+)");

    private static final Pattern LINK = Pattern.compile("https?://(?:(?:www\\.)?google\\.[a-z]{2,3}(?:\\.[a-z]{2})?/url"
            + "|lm?\\.facebook\\.com/l\\.php)\\?(?:[^#]*&)?(?:url|q|u)=(https?%3A[^&#]+|https?:[^&#]+).*");

    private WrappedUrl() {}

    /**
     * The address within.
     *
     * @param canonical an address in one spelling
     * @return empty if there is none
     */
    static Optional<String> in(String canonical) {
        Matcher cache = CACHE.matcher(canonical);
        if (cache.matches()) {
            return Optional.of(address(cache));
        }
        Matcher viewer = VIEWER.matcher(canonical);
        if (viewer.matches()) {
            return Optional.of(address(viewer));
        }
        Matcher link = LINK.matcher(canonical);
        return link.matches() ? decoded(link.group(1)) : Optional.empty();
    }

    private static String address(Matcher wrapped) {
        return (wrapped.group(1) == null ? "http://" : "https://") + wrapped.group(2);
    }

    private static Optional<String> decoded(String parameter) {
        try {
            return Optional.of(URLDecoder.decode(parameter, UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an escape that is none
        }
    }
}
