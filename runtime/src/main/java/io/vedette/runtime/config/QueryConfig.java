package io.vedette.runtime.config;

import java.time.Duration;

/**
 * How large a query in the watch language may be, wherever it comes from.  What goes beyond is refused with the column; a
 * watch on the topic that goes beyond is skipped.
 *
 * @param characters UTF-16 code units
 * @param clauses words, phrases and fields
 * @param depth parentheses and NOTs inside each other, and how many times NEAR or THEN
 * @param distance the largest number behind NEAR/, THEN/ and ATLEAST/
 * @param wildcardLetters how many letters or digits a word with wildcards needs at least
 * @param regexInstructions that a regular expression may compile to
 * @param radiusKilometres the longest radius
 * @param window the longest time that a query may look over
 */
public record QueryConfig(
        @Default("16000") int characters,
        @Default("5000") int clauses,
        @Default("500") int depth,
        @Default("1000") int distance,
        @Default("2") int wildcardLetters,
        @Default("2000") int regexInstructions,
        @Default("5000") int radiusKilometres,
        @Default("90d") Duration window) {

    /** Each level of nesting takes stack; beyond this it might not suffice. */
    private static final int DEEPEST = 1_000;

    public QueryConfig {
        Require.range("characters", characters, 1, 1_000_000);
        Require.range("clauses", clauses, 1, 500_000);
        Require.range("depth", depth, 1, DEEPEST);
        Require.range("distance", distance, 1, 100_000);
        Require.range("wildcardLetters", wildcardLetters, 1, 10);
        Require.range("regexInstructions", regexInstructions, 1, 100_000);
        Require.range("radiusKilometres", radiusKilometres, 1, 20_040);
        Require.atLeast("window", window, Duration.ofMinutes(1));
    }
}
