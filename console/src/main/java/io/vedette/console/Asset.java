package io.vedette.console;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of the page.
 *
 * @param entityTag changes with the content
 */
record Asset(String name, byte[] content, String contentType, String entityTag) {

    /** As esbuild names what it splits off: the content's hash is in the name. */
    private static final Pattern NAMED_BY_CONTENT = Pattern.compile(".+-[0-9A-Z]{8}\\.(js|css)");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    static Asset of(String name, byte[] content) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException(name + " is of no type that the page is made of: " + TYPES.keySet());
        }
        return new Asset(name, content, type, '"' + hash(content) + '"');
    }

    /** What never changes under its name need not be asked for again; the rest is asked for, and mostly not sent. */
    String cacheControl() {
        return NAMED_BY_CONTENT.matcher(name).matches() ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, which every Java has", e);
        }
    }
}
