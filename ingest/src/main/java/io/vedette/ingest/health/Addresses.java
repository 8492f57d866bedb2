package io.vedette.ingest.health;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether two addresses are the same place, as far as health goes. */
final class Addresses {

    private Addresses() {}

    /** The host without {@code www.}, in lower case; empty if there is none. */
    static String host(@Nullable URI address) {
        String host = address == null ? null : address.getHost();
        if (host == null) {
            return "";
        }
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }

    /** The same of an address as it is written; empty if it is none. */
    static String host(@Nullable String address) {
        try {
            return address == null ? "" : host(URI.create(address.strip()));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Whether both lead to the same document: scheme, {@code www.} and a slash at the end don't tell them apart. */
    static boolean same(URI one, URI other) {
        return host(one).equals(host(other))
                && path(one).equals(path(other))
                && String.valueOf(one.getRawQuery()).equals(String.valueOf(other.getRawQuery()));
    }

    /** Whether it is the home page of its host. */
    static boolean isHome(URI address) {
        return path(address).isEmpty() && address.getRawQuery() == null;
    }

    private static String path(URI address) {
        String path = address.getRawPath();
        return path == null ? "" : path.replaceFirst("/+$", "");
    }
}
