package io.vedette.ingest.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.vedette.ingest.html.HtmlText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one value is found: where it stands, and what of it is taken.
 *
 * @param match what of it counts: its first group, or all of it if it has none; what does not match is no value; null takes all
 * @param html whether it holds markup that goes
 * @param date how it is read as a date; null if it is none, or one that needs no help
 */
record Rule(
        Place place,
        @Nullable Pattern match,
        boolean html,
        @Nullable DateRule date) {

    Optional<String> of(Entry entry) {
        return entry.at(place)
                .flatMap(this::matched)
                .map(value -> html ? HtmlText.of(value) : value)
                .map(this::dated)
                .filter(value -> !value.isEmpty());
    }

    private Optional<String> matched(String value) {
        if (match == null) {
            return Optional.of(value);
        }
        Matcher matcher = match.matcher(value);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String found = matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
        return Optional.ofNullable(found).map(String::strip);
    }

    /** A date that does not fit stays as it is, so that the article is marked as having one that can't be read. */
    private String dated(String value) {
        return date == null ? value : date.read(value).map(Instant::toString).orElse(value);
    }
}
