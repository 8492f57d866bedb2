package io.vedette.ingest.item;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses as they stand in documents, resolved as browsers do. */
public final class Addresses {

    private static final int MOST_CHARS = 8192;
    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

    private Addresses() {}

    /**
     * The address that a document names.
     *
     * @param written absolute or relative; white space around it and line breaks in it do not count, and what an address
     *     cannot hold is escaped
     * @return empty if it is blank, longer than 8,192 characters, or no address even so
     */
    public static Optional<URI> resolve(URI base, @Nullable String written) {
        String link =
                written == null ? "" : written.replaceAll("[\\r\\n\\t]", "").strip();
        if (link.isEmpty() || link.length() > MOST_CHARS) {
            return Optional.empty();
        }
        try {
            URI relative = new URI(escaped(link));
            if (relative.isAbsolute() || base.isOpaque()) {
                return Optional.of(relative);
            }
            return Optional.of(link.startsWith("?") ? withQuery(base, relative) : base.resolve(relative));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same, if it is one of the web; a page that can't be fetched is none. */
    public static Optional<URI> web(URI base, @Nullable String written) {
        return resolve(base, written).filter(Addresses::isWeb);
    }

    private static boolean isWeb(URI address) {
        String scheme = address.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                && address.getRawAuthority() != null;
    }

    /** As RFC 3986 says; {@link URI} follows RFC 2396, which drops the last segment. */
    private static URI withQuery(URI base, URI query) throws URISyntaxException {
        String s = base.toString();
        int end = s.indexOf('?') >= 0 ? s.indexOf('?') : s.indexOf('#') >= 0 ? s.indexOf('#') : s.length();
        return new URI(s.substring(0, end) + query);
    }

    private static String escaped(String link) {
        StringBuilder out = new StringBuilder(link.length() + 16);
        boolean fragment = false;
        for (int i = 0; i < link.length(); ) {
            int c = link.codePointAt(i);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            boolean badPercent = c == '%' && !isEscape(link, i);
            boolean secondHash = c == '#' && fragment;
            boolean letter = c > 0xa0 && Character.isLetterOrDigit(c);
            if (letter || plain && !badPercent && !secondHash) {
                out.appendCodePoint(c);
            } else {
                appendEscaped(out, c);
            }
            fragment |= c == '#';
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isEscape(String s, int at) {
        return at + 2 < s.length()
                && Character.digit(s.charAt(at + 1), 16) >= 0
                && Character.digit(s.charAt(at + 2), 16) >= 0;
    }

    private static void appendEscaped(StringBuilder out, int c) {
        for (byte b : Character.toString(c).getBytes(UTF_8)) {
            out.append('%')
                    .append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xf, 16)))
                    .append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
        }
    }
}
