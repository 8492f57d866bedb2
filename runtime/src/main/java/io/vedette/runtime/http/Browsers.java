package io.vedette.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.config.HttpConfig;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What browsers need to be told, and what pages of others may not do with the browser of somebody who can reach this server.
 *
 * <p>A server on the loopback address needs no key, but any page that is open on the same machine can send it requests.  So a
 * request that a page of another origin sends is refused unless that origin is allowed; and, lest a page give its own name the
 * address 127.0.0.1 (DNS rebinding), so is one to a name that is not the loopback's.
 */
final class Browsers {

    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

    private final List<Pattern> allowed;
    private final boolean loopbackOnly;
    private final @Nullable String strictTransport;

    /** @param authenticated whether requests need a key */
    Browsers(HttpConfig config, boolean authenticated) {
        this.allowed = config.corsOrigins().stream().map(Browsers::pattern).toList();
        this.loopbackOnly = config.isLoopback() && !authenticated;
        long seconds = config.tls().hsts().toSeconds();
        this.strictTransport = config.tls().enabled() && seconds > 0 ? "max-age=" + seconds : null;
    }

    void arrive(Context ctx) {
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Content-Security-Policy", NOTHING);
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cache-Control", "no-store");
        if (strictTransport != null) {
            ctx.header("Strict-Transport-Security", strictTransport);
        }
        String host = ctx.host();
        refuseOtherNames(host);
        refuseOtherPages(ctx.header("Origin"), host);
    }

    private void refuseOtherNames(@Nullable String host) {
        if (loopbackOnly && host != null && !HttpConfig.isLoopback(name(host))) {
            throw new Problem(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "this server needs no key, so it answers to localhost and 127.0.0.1 only; ask it by one of those,"
                            + " or give it keys with http.auth.keys");
        }
    }

    private void refuseOtherPages(@Nullable String origin, @Nullable String host) {
        if (origin == null
                || (host != null
                        && origin.toLowerCase(Locale.ROOT)
                                .replaceFirst("^https?://", "")
                                .equals(host))
                || allowed.stream().anyMatch(pattern -> pattern.matcher(origin).matches())) {
            return;
        }
        throw new Problem(
                HttpStatus.FORBIDDEN,
                "a page of another origin may not call the API; if it should, add the origin to http.corsOrigins");
    }

    /** {@code https://desk.example.org}, or {@code https://*.example.org} for one more name in front. */
    private static Pattern pattern(String origin) {
        String whole = origin.contains("://") ? origin : "https://" + origin;
        return Pattern.compile(Pattern.quote(whole).replace("*", "\\E[A-Za-z0-9-]+\\Q"), Pattern.CASE_INSENSITIVE);
    }

    private static String name(String host) {
        int end = host.startsWith("[") ? host.indexOf(']') : host.indexOf(':');
        String name = end < 0 ? host : host.substring(host.startsWith("[") ? 1 : 0, end);
        return name.toLowerCase(Locale.ROOT);
    }
}
