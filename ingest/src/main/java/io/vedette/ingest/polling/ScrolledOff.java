package io.vedette.ingest.polling;

import io.vedette.ingest.polling.Fetched.Listed;
import io.vedette.text.article.ArticleDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Guesses how many items came and went between two polls. */
final class ScrolledOff {

    private static final int MOST = 1_000;

    private ScrolledOff() {}

    /**
     * Zero as long as the list still has an item of the last one.  Else as many as would have come at the pace of this list
     * between the last poll and its oldest item; at least one.
     *
     * @param lastPoll the last that was answered; null if unknown
     */
    static int count(KnownItems known, List<Listed> list, @Nullable Instant lastPoll) {
        if (list.isEmpty()
                || !known.noneLeftIn(list.stream().map(Listed::key).collect(java.util.stream.Collectors.toSet()))) {
            return 0;
        }
        List<Instant> dates = list.stream().flatMap(ScrolledOff::date).sorted().toList();
        if (dates.size() < 2 || lastPoll == null) {
            return 1;
        }
        Instant oldest = dates.get(0);
        long span = Duration.between(oldest, dates.get(dates.size() - 1)).toMillis();
        long gap = Duration.between(lastPoll, oldest).toMillis();
        return span <= 0 || gap <= 0 ? 1 : (int) Math.max(1, Math.min(MOST, gap * (dates.size() - 1) / span));
    }

    private static Stream<Instant> date(Listed item) {
        return Optional.ofNullable(item.item().article().date()).flatMap(ArticleDate::read).stream();
    }
}
