package io.vedette.runtime.config;

/**
 * How a source is tried over HTTP before it is added.
 *
 * @param atATime so many at a time; more are answered 503
 * @param items how many items are shown
 * @param textCharacters so many UTF-16 code units of each text
 * @param pages behind how many teasers the page is fetched, too
 */
public record SourceTrialConfig(
        @Default("4") int atATime,
        @Default("20") int items,
        @Default("500") int textCharacters,
        @Default("1") int pages) {

    public SourceTrialConfig {
        Require.range("atATime", atATime, 1, 100);
        Require.range("items", items, 1, 1_000);
        Require.range("textCharacters", textCharacters, 0, 100_000);
        Require.range("pages", pages, 0, 20);
    }
}
