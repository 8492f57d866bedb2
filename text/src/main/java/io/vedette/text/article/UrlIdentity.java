package io.vedette.text.article;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the addresses of one article have in common, whether it is read on a telephone, as AMP, with or without {@code www.}
 * or TLS.  It is there to be hashed: unlike the {@linkplain CanonicalUrl canonical address} it need not lead anywhere.
 *
 * <p>The scheme is https.  Of the host the leading labels {@code www}, {@code www} and a digit, {@code m}, {@code mobile},
 * {@code wap} and {@code amp} are left out as long as a registered name remains: two labels, and not a country's
 * {@code co.uk}.  Of the path go a last or first segment {@code amp}, the ending {@code .amp}, the name of an index page
 * and slashes at the end; of the parameters those that ask for AMP.
 */
final class UrlIdentity {

    private static final Pattern PARTS =
            Pattern.compile("https?://([^/?#:]+|\\[[^/?#]*\\])(:[0-9]+)?(/[^?#]*)(?:\\?([^#]*))?(#.*)?");

    private static final Pattern VARIANT = Pattern.compile("(?:www[0-9]?|m|mobile|wap|amp)\\.(.+)");

    /** What countries put before their own top-level domain. */
    private static final Set<String> SECOND_LEVEL = Set.of(
            "ac", "co", "com", "ed", "edu", "gen", "go", "gob", "gouv", "gov", "govt", "gv", "id", "in", "info", "mil",
            "ne", "net", "nic", "nom", "or", "org", "web");

    private static final Pattern AMP_PARAMETER = Pattern.compile(
            "(?i)_?amp(?:=(?:1|true|yes|amp)?)?|(?:output|outputtype|view|format)=amp|ampmode=1|amp_.*");

    private static final Pattern PATH_END = Pattern.compile(
            "(?i)/+$|/+amp$|\\.amp$|/amp\\.html?$|\\.amp(?=\\.html?$)|/(?:index|default)\\.(?:html?|php|aspx?|jsp|shtml)$");

    private static final Pattern PATH_START = Pattern.compile("^/amp(?=/[^/])");

    private UrlIdentity() {}

    /**
     * The identity of an address.
     *
     * @param canonical as {@link CanonicalUrl} gives it; anything else comes back as it is
     */
    static String of(String canonical) {
        Matcher m = PARTS.matcher(canonical);
        if (!m.matches()) {
            return canonical;
        }
        String port = m.group(2) == null ? "" : m.group(2);
        String query = m.group(4) == null ? "" : query(m.group(4));
        String page = m.group(5) == null ? "" : m.group(5);
        return "https://" + host(m.group(1)) + port + path(m.group(3)) + (query.isEmpty() ? "" : "?" + query) + page;
    }

    private static String host(String given) {
        String host = given;
        for (Matcher m = VARIANT.matcher(host); m.matches() && isRegistered(m.group(1)); m = VARIANT.matcher(host)) {
            host = m.group(1);
        }
        return host;
    }

    /** Whether a name can be somebody's. */
    private static boolean isRegistered(String name) {
        String[] labels = name.split("\\.", -1);
        int count = labels.length;
        return count > 2 || count == 2 && !(labels[1].length() == 2 && SECOND_LEVEL.contains(labels[0]));
    }

    private static String path(String given) {
        String path = given;
        String before;
        do {
            before = path;
            path = PATH_END.matcher(PATH_START.matcher(path).replaceFirst("")).replaceFirst("");
        } while (!path.equals(before));
        return path.isEmpty() ? "/" : path;
    }

    private static String query(String given) {
        return Stream.of(given.split("&"))
                .filter(parameter -> !AMP_PARAMETER.matcher(parameter).matches())
                .collect(Collectors.joining("&"));
    }
}
