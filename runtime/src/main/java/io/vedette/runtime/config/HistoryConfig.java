package io.vedette.runtime.config;

import java.time.Duration;

/**
 * What a new watch that counts over time learns from the articles that are retained, before it may fire.
 *
 * @param enabled whether they are read; without it, such a watch begins with the first article that comes
 * @param limit how far back they are read at most, whatever the watch asks for
 * @param rate so many articles a second are read at most, by each of two readers: one for watches that look back a day, one
 *     for those that look back further
 * @param mostMatches so many matches of the watches of one reading are kept, the latest of each; they take some 500 bytes each
 * @param watchesAtOnce so many watches are filled in one reading; others wait
 * @param patience a watch that was not filled for so long begins without
 */
public record HistoryConfig(
        @Default("true") boolean enabled,
        @Default("30d") Duration limit,
        @Default("5000") int rate,
        @Default("100000") int mostMatches,
        @Default("100") int watchesAtOnce,
        @Default("1h") Duration patience) {

    public HistoryConfig {
        Require.atLeast("limit", limit, Duration.ofMinutes(1));
        Require.range("rate", rate, 1, 1_000_000);
        Require.range("mostMatches", mostMatches, 100, 10_000_000);
        Require.range("watchesAtOnce", watchesAtOnce, 1, 10_000);
        Require.atLeast("patience", patience, Duration.ofMinutes(1));
    }
}
