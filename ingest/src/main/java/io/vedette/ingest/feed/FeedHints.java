package io.vedette.ingest.feed;

import io.vedette.ingest.item.Addresses;
import io.vedette.ingest.item.Hints;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * How a feed wants to be read: {@code ttl}, {@code skipHours} and {@code skipDays} of RSS 2.0, the syndication module of RSS
 * 1.0, and WebSub's links.
 */
final class FeedHints {

    private static final int HOURS = 24;
    private static final int MOST_DIGITS = 7;

    private FeedHints() {}

    static Hints read(Fields head, URI base) {
        return new Hints(ttl(head), hours(head), days(head), link(head, "hub", base), link(head, "self", base));
    }

    private static @Nullable Duration ttl(Fields head) {
        return head.text("ttl")
                .flatMap(FeedHints::number)
                .filter(minutes -> minutes > 0)
                .map(Duration::ofMinutes)
                .or(() -> period(head))
                .orElse(null);
    }

    /** So many updates in a period; the module's defaults are one and a day, but a feed that gives neither says nothing. */
    private static Optional<Duration> period(Fields head) {
        Optional<String> period = head.text("sy:updateperiod");
        Optional<Long> frequency =
                head.text("sy:updatefrequency").flatMap(FeedHints::number).filter(n -> n > 0);
        if (period.isEmpty() && frequency.isEmpty()) {
            return Optional.empty();
        }
        Duration length =
                switch (period.orElse("daily").toLowerCase(Locale.ROOT)) {
                    case "hourly" -> Duration.ofHours(1);
                    case "weekly" -> Duration.ofDays(7);
                    case "monthly" -> Duration.ofDays(30);
                    case "yearly" -> Duration.ofDays(365);
                    default -> Duration.ofDays(1);
                };
        return Optional.of(length.dividedBy(frequency.orElse(1L))).filter(d -> d.toSeconds() > 0);
    }

    private static Set<Integer> hours(Fields head) {
        Set<Integer> hours = new TreeSet<>();
        for (Element list : head.all("skiphours")) {
            for (Element hour : list.children()) {
                number(hour.wholeText())
                        .filter(h -> h >= 0 && h <= HOURS)
                        .ifPresent(h -> hours.add((int) (h % HOURS))); // some count from 1 to 24
            }
        }
        return hours;
    }

    private static Set<DayOfWeek> days(Fields head) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Element list : head.all("skipdays")) {
            for (Element day : list.children()) {
                String name = day.wholeText().strip().toUpperCase(Locale.ROOT);
                Arrays.stream(DayOfWeek.values())
                        .filter(d -> d.name().equals(name))
                        .forEach(days::add);
            }
        }
        return days;
    }

    private static @Nullable URI link(Fields head, String rel, URI base) {
        return head.all("atom:link", "link").stream()
                .filter(e -> e.attr("rel").strip().equalsIgnoreCase(rel))
                .flatMap(e -> Addresses.web(Fields.base(e, base), e.attr("href")).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Long> number(String text) {
        String digits = text.strip();
        boolean plain = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
