package io.vedette.ingest.web;

import io.vedette.runtime.config.WebConfig;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the fetcher calls itself (RFC 9110, 10.1.5).
 *
 * @param product name and version, perhaps more
 * @param contact whom a site can turn to, or null
 */
public record UserAgent(String product, @Nullable String contact) {

    public static UserAgent of(WebConfig config) {
        return new UserAgent(config.userAgent() == null ? ours() : config.userAgent(), config.contact());
    }

    /** The name that a {@code robots.txt} knows it by, in small letters: the product without its version (RFC 9309, 2.2.1). */
    String robot() {
        return product.split("[^A-Za-z_-]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** As it is sent. */
    @Override
    public String toString() {
        return contact == null ? product : product + " (+" + contact + ")";
    }

    /** The version is as the build has written it into the jar. */
    private static String ours() {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return version == null ? "Vedette" : "Vedette/" + version;
    }
}
