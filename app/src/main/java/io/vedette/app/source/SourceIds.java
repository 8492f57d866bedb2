package io.vedette.app.source;

import java.net.URI;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives ids to sources that have none, made of their names or addresses; none twice.  For one thread. */
public final class SourceIds {

    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    /** An id made of a name, or of the host if the name has no Latin letter or digit. */
    public String of(@Nullable String name, String url) {
        String words = name == null ? "" : slug(name);
        String base = words.isEmpty() ? ofAddress(url) : words;
        String id = base;
        for (int number = 2; !taken.add(id); number++) {
            id = base + "-" + number;
        }
        return id;
    }

    /** Made of the host, without what every host has. */
    public static String ofAddress(String url) {
        try {
            String host = URI.create(url.strip()).getHost();
            String id = host == null ? "" : slug(host.replaceFirst("^(www|feeds?|rss)\\.", ""));
            return id.isEmpty() ? "source" : id;
        } catch (IllegalArgumentException e) {
            return "source";
        }
    }

    private static String slug(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
        return cut.replaceAll("^-+|-+$", "");
    }
}
