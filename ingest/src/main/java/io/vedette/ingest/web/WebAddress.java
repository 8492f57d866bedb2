package io.vedette.ingest.web;

import io.vedette.ingest.web.WebException.Kind;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address as it can be asked: {@code http} or {@code https}, the host in ASCII and small letters, no user, no fragment.
 *
 * @param uri all of it
 * @param host without brackets, where it is an address
 * @param port -1 for that of the scheme
 */
record WebAddress(URI uri, String host, int port) {

    private static final String ILLEGAL = " \"<>\\^`{|}";

    /** @throws WebException if nobody can be asked for it */
    static WebAddress of(URI uri) throws WebException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(uri + " is no http or https address");
        }
        String authority = uri.getRawAuthority();
        if (authority == null || authority.isEmpty()) {
            throw refused(uri + " names no host");
        }
        if (authority.contains("@")) {
            throw refused("the address holds a user or password, which would be kept and shown; take them out");
        }
        // of a host with an underscore, or in letters beyond ASCII, java.net.URI knows the authority only
        int colon = authority.lastIndexOf(':') > authority.lastIndexOf(']') ? authority.lastIndexOf(':') : -1;
        String host = ascii(colon < 0 ? authority : authority.substring(0, colon));
        int port = port(authority, colon, scheme);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        try {
            URI clean = new URI(scheme + "://" + host + (port < 0 ? "" : ":" + port) + path + query);
            return new WebAddress(new URI(clean.toASCIIString()), host.replaceAll("[\\[\\]]", ""), port);
        } catch (URISyntaxException e) {
            throw refused(uri + " is no address: " + e.getMessage());
        }
    }

    /**
     * Where a redirect leads.
     *
     * @param location as the server gave it: a byte for each character, relative or not, not always well-formed
     */
    WebAddress resolve(@Nullable String location) throws WebException {
        if (location == null || location.isBlank()) {
            throw new WebException(Kind.REDIRECTS, uri + " redirects to nowhere");
        }
        try {
            return of(uri.resolve(new URI(escaped(location.strip()))));
        } catch (URISyntaxException e) {
            throw new WebException(Kind.REDIRECTS, uri + " redirects to what is no address", null, e);
        }
    }

    /** What shares one queue: a host, with its port if that is not the usual one. */
    String queue() {
        return port < 0 ? host : host + ":" + port;
    }

    /** What has a {@code robots.txt} of its own (RFC 9309, 2.3). */
    String site() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static String ascii(String host) throws WebException {
        try {
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            if (ascii.isEmpty()) {
                throw refused("the address names no host");
            }
            return ascii.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refused(host + " is no name of a host");
        }
    }

    private static int port(String authority, int colon, String scheme) throws WebException {
        if (colon < 0 || colon == authority.length() - 1) {
            return -1;
        }
        try {
            int port = Integer.parseInt(authority.substring(colon + 1));
            if (port < 1 || port > 65_535) {
                throw refused(authority + " has no such port");
            }
            return port == (scheme.equals("http") ? 80 : 443) ? -1 : port;
        } catch (NumberFormatException e) {
            throw refused(authority + " has no such port");
        }
    }

    private static String escaped(String location) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : location.getBytes(StandardCharsets.ISO_8859_1)) {
            if (one < 0x20 || one == 0x7f || ILLEGAL.indexOf(one) >= 0) {
                escaped.append(String.format(Locale.ROOT, "%%%02X", one));
            } else {
                escaped.append((char) one);
            }
        }
        return escaped.toString();
    }

    private static WebException refused(String message) {
        return new WebException(Kind.ADDRESS_REFUSED, message);
    }
}
