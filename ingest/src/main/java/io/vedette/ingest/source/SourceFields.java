package io.vedette.ingest.source;

import static io.vedette.ingest.source.InvalidSourceException.wrong;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a source's form, each read with its name at hand, so that a wrong one can be found and put right. */
final class SourceFields {

    static final Duration LONGEST_INTERVAL = Duration.ofDays(7);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:-]{0,99}");
    private static final Pattern MAPPING = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,6})(s|m|h|d)");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?)://([^/?#]+)([^#]*)(?:#.*)?");
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_LABELS = 20;

    /** Kosovo's is not among ISO's, but everybody uses it. */
    private static final Set<String> COUNTRIES = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
            .map(country -> country.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private SourceFields() {}

    static String id(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidSourceException("id", "is missing; write a short name, for example harbour-news");
        }
        // a path of dots alone is not a name but a place
        if (!ID.matcher(value).matches() || value.chars().allMatch(c -> c == '.')) {
            throw wrong("id", value, "can't be used; write 1 to 100 letters, digits, dots, hyphens, underscores");
        }
        return value;
    }

    /** In the form that goes over the wire: the host in ASCII, nothing behind a hash. */
    static String url(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidSourceException("url", "is missing; write the address, http or https");
        }
        String address = value.strip();
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw wrong("url", address, "is no address that can be asked; write an http or https URL");
        }
        if (address.length() > LONGEST_ADDRESS) {
            throw wrong("url", address.substring(0, 60) + "…", "is longer than " + LONGEST_ADDRESS + "; shorten it");
        }
        String authority = parts.group(2);
        if (authority.contains("@")) {
            throw new InvalidSourceException(
                    "url", "holds a user or password, which everybody could read; leave it out");
        }
        try {
            String scheme = parts.group(1).toLowerCase(Locale.ROOT);
            URI uri = new URI(scheme + "://" + ascii(authority) + parts.group(3));
            if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
                throw wrong("url", address, "has no host that can be asked; write an http or https URL");
            }
            return uri.toASCIIString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            if (e instanceof InvalidSourceException told) {
                throw told;
            }
            throw wrong("url", address, "is no URL (" + e.getMessage() + "); escape what must not stand in one");
        }
    }

    private static String ascii(String authority) {
        // an address of version 6 is in brackets, and no name
        return (authority.startsWith("[") ? authority : IDN.toASCII(authority)).toLowerCase(Locale.ROOT);
    }

    /** One of an enumeration's names, in upper or lower case. */
    static <E extends Enum<E>> E choice(String field, @Nullable String value, E otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        E[] known = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(known)
                .filter(one -> one.name().equals(value.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(field, value, "is none of them; write one of " + names(known)));
    }

    private static String names(Enum<?>[] known) {
        return Arrays.stream(known).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Text for people: no control characters, none of nothing. */
    static @Nullable String words(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String words = value.strip();
        if (words.length() > longest || words.chars().anyMatch(Character::isISOControl)) {
            throw wrong(
                    field,
                    words.substring(0, Math.min(40, words.length())),
                    "can't be used; write up to " + longest + " characters on one line");
        }
        return words;
    }

    static @Nullable String country(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String country = value.strip().toLowerCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw wrong(
                    "country",
                    value,
                    "is no country; write two letters of ISO 3166-1, for example ua, or leave it out");
        }
        return country;
    }

    static @Nullable String language(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            String tag =
                    new Locale.Builder().setLanguageTag(value.strip()).build().toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            // told below
        }
        throw wrong("language", value, "is no language; write a BCP 47 tag, for example en, pt-BR or zh-Hant");
    }

    /** In milliseconds; 0 for none, which is to follow how often the source changes. */
    static long interval(@Nullable String value, Duration least) {
        if (value == null || value.isBlank()) {
            return 0;
        }
        Matcher period = PERIOD.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (!period.matches()) {
            throw wrong(
                    "interval",
                    value,
                    "is no period; write for example 5m or 1h, or leave it out to follow how often the source changes");
        }
        long number = Long.parseLong(period.group(1));
        Duration interval =
                switch (period.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
        return inRange(interval, least).toMillis();
    }

    private static Duration inRange(Duration interval, Duration least) {
        if (interval.isZero() || interval.compareTo(least) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
            throw wrong(
                    "interval",
                    text(interval),
                    "is out of range; write " + text(least) + " to " + text(LONGEST_INTERVAL)
                            + " (ingest.sources.leastInterval says what is least)");
        }
        return interval;
    }

    /** As {@link #interval} reads it, in the largest unit that divides it. */
    static String text(Duration period) {
        long seconds = Math.max(1, (period.toMillis() + 999) / 1_000);
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        } else if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    static @Nullable String mapping(@Nullable String value, Kind kind) {
        if (value == null || value.isBlank()) {
            if (kind == Kind.LISTING) {
                throw new InvalidSourceException(
                        "mapping",
                        "is missing; a LISTING is read by one: write its name, for example telegram-preview");
            }
            return null;
        }
        if (kind != Kind.LISTING) {
            throw wrong("mapping", value, "is of no use to a " + kind + "; leave it out, or write kind LISTING");
        }
        if (!MAPPING.matcher(value).matches()) {
            throw wrong("mapping", value, "is no name of a mapping; write small letters, digits, . _ or -");
        }
        return value;
    }

    static List<String> labels(@Nullable List<String> values) {
        if (values == null) {
            return List.of();
        }
        for (String value : values) {
            if (value == null || !NAME.matcher(value).matches()) {
                throw wrong(
                        "labels",
                        String.valueOf(value),
                        "can't be used; write 1 to 100 letters, digits, spaces, . _ : or -, the first a letter or digit");
            }
        }
        List<String> labels = values.stream().distinct().toList();
        if (labels.size() > MOST_LABELS) {
            throw wrong("labels", labels.size(), "are too many; write up to " + MOST_LABELS);
        }
        return labels;
    }
}
