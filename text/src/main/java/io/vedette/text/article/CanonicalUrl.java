package io.vedette.text.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for the addresses of one article, by the normalisations of RFC 3986, section 6.2, that keep the meaning,
 * and without what is there only to follow readers about.  It still leads to the article: what two addresses of an article
 * have in common beyond that, with and without {@code www.}, say, is for its id, see {@link UrlIdentity}.
 *
 * <p>Scheme and host become lower case, an international host its ASCII form; the default port, user and password, session
 * ids, {@linkplain TrackingParameters tracking parameters} and the fragment go, but for one that begins with {@code !} and
 * so names a page; dot segments are resolved, an empty path becomes {@code /}; escapes of unreserved characters are undone,
 * the others written in upper case, and what must be escaped is.  The order of the parameters stays, as servers may give it
 * a meaning.  An address that stands {@linkplain WrappedUrl within another}, that of a cache, is taken out.
 */
public final class CanonicalUrl {

    private static final int MOST_CHARS = 4096;
    private static final int MOST_WRAPPINGS = 4;

    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "(https?)://(?:[^/?#@]*@)?(\\[[0-9a-f:.]+\\]|[^/?#:@\\[\\]\\s]+)(?::([0-9]*))?([/?#].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What stands for itself: the unreserved and reserved characters of RFC 3986 and the escape sign. */
    private static final String PLAIN = "-._~:/?#[]@!$&'()*+,;=%";

    private CanonicalUrl() {}

    /**
     * The canonical form of an address; applied to its own result it gives the same.
     *
     * @return empty if it is no absolute {@code http} or {@code https} address, longer than 4,096 characters, or wrapped in
     *     more than four others
     */
    public static Optional<String> of(String given) {
        Optional<String> found = spelled(given);
        for (int i = 0; found.isPresent() && i < MOST_WRAPPINGS; i++) {
            Optional<String> inner = found.flatMap(WrappedUrl::in).flatMap(CanonicalUrl::spelled);
            if (inner.isEmpty()) {
                return found;
            }
            found = inner;
        }
        return found.filter(
                url -> WrappedUrl.in(url).flatMap(CanonicalUrl::spelled).isEmpty());
    }

    private static Optional<String> spelled(String given) {
        String s = given.strip();
        Matcher m = WEB_ADDRESS.matcher(s);
        if (s.length() > MOST_CHARS || !m.matches()) {
            return Optional.empty();
        }
        String scheme = m.group(1).toLowerCase(Locale.ROOT);
        String host = host(m.group(2));
        if (host == null) {
            return Optional.empty();
        }
        String url = scheme + "://" + host + port(scheme, m.group(3)) + pathAndQuery(m.group(4));
        return url.length() > MOST_CHARS ? Optional.empty() : Optional.of(url);
    }

    private static @Nullable String host(String given) {
        String host = given.toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            return host;
        }
        try {
            String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            String absolute = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return absolute.isEmpty() || !absolute.matches("[a-z0-9._-]+") || absolute.endsWith(".") ? null : absolute;
        } catch (IllegalArgumentException e) {
            return null; // the name can't be one of the domain name system
        }
    }

    private static String port(String scheme, @Nullable String given) {
        String port = given == null ? "" : given;
        String usual = scheme.equals("https") ? "443" : "80";
        return port.isEmpty() || port.equals(usual) ? "" : ":" + port;
    }

    private static String pathAndQuery(@Nullable String given) {
        String rest = given == null ? "" : given;
        int fragment = rest.indexOf('#');
        String whole = fragment < 0 ? rest : rest.substring(0, fragment);
        String page = fragment >= 0 && rest.startsWith("!", fragment + 1) ? escaped(rest.substring(fragment)) : "";
        int mark = whole.indexOf('?');
        String path = mark < 0 ? whole : whole.substring(0, mark);
        String query = mark < 0 ? "" : TrackingParameters.without(escaped(whole.substring(mark + 1)));
        return withoutDotSegments(SessionIds.without(escaped(path))) + (query.isEmpty() ? "" : "?" + query) + page;
    }

    /** Section 5.2.4 of RFC 3986. */
    private static String withoutDotSegments(String path) {
        if (path.isEmpty()) {
            return "/";
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            boolean dots = segment.equals(".") || segment.equals("..");
            if (segment.equals("..")) {
                kept.pollLast();
            }
            if (!dots) {
                kept.addLast(segment);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static String escaped(String s) {
        StringBuilder out = new StringBuilder(s.length() + 16);
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            if (c == '%') {
                i += escape(s, i, out);
                continue;
            }
            if (isUnreserved(c) || PLAIN.indexOf(c) >= 0) {
                out.append((char) c);
            } else {
                appendBytes(c, out);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /** Writes the escape at that place, or escapes the sign if none follows; returns how many characters were read. */
    private static int escape(String s, int at, StringBuilder out) {
        int high = at + 2 < s.length() ? Character.digit(s.charAt(at + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(s.charAt(at + 2), 16);
        if (low < 0 || s.charAt(at + 1) > 'f' || s.charAt(at + 2) > 'f') {
            out.append("%25");
            return 1;
        }
        int c = high * 16 + low;
        if (isUnreserved(c)) {
            out.append((char) c);
        } else {
            appendEscape(c, out);
        }
        return 3;
    }

    private static void appendBytes(int codePoint, StringBuilder out) {
        for (byte b : Character.toString(codePoint).getBytes(UTF_8)) {
            appendEscape(b & 0xff, out);
        }
    }

    private static void appendEscape(int c, StringBuilder out) {
        out.append('%').append(hex(c >> 4)).append(hex(c & 15));
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
