package io.vedette.alerts.backtest;

import io.vedette.schemas.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partition held.  Times are milliseconds since 1970 UTC.
 *
 * @param matches in the order of the partition
 * @param beats how far time had got, about once a minute, in order
 * @param beatsExpired whether there were earlier beats, which are not retained any more
 * @param first the earliest article; null for none
 * @param last the latest article; null for none
 */
record Found(
        List<Match> matches,
        List<Long> beats,
        boolean beatsExpired,
        @Nullable Long first,
        @Nullable Long last) {}
