package io.vedette.text.watch.query;

import java.time.Duration;

/**
 * How large a query may be.  What goes beyond is refused before it can cost time or stack.
 *
 * @param length UTF-16 code units
 * @param clauses words, phrases and fields
 * @param nesting parentheses, NOTs and chained NEARs inside each other
 * @param distance the largest number behind NEAR/, THEN/ and ATLEAST/
 * @param wildcardLetters how many letters or digits a word with wildcards needs at least
 * @param regexProgram instructions that a regular expression may take once compiled
 * @param radius the longest radius, in kilometres
 * @param window the longest time that a question over many articles may span
 */
public record QueryLimits(
        int length,
        int clauses,
        int nesting,
        int distance,
        int wildcardLetters,
        int regexProgram,
        double radius,
        Duration window) {

    /**
     * 16,000 characters, 5,000 clauses, 500 deep; 1,000 words apart; 2 letters beside wildcards, 2,000 instructions;
     * 5,000 km; 90 days.
     */
    public static final QueryLimits DEFAULT = new QueryLimits(16_000, 5_000, 500);

    public QueryLimits {
        if (length < 1 || clauses < 1 || nesting < 0) {
            throw new IllegalArgumentException("query limits must be positive: length " + length + ", clauses "
                    + clauses + ", nesting " + nesting);
        }
        if (distance < 1 || wildcardLetters < 1 || regexProgram < 1 || !(radius > 0) || !isPositive(window)) {
            throw new IllegalArgumentException("query limits must be positive: distance " + distance
                    + ", wildcard letters " + wildcardLetters + ", regex program " + regexProgram + ", radius " + radius
                    + ", window " + window);
        }
    }

    /** Limits of size, with the usual ones for the rest. */
    public QueryLimits(int length, int clauses, int nesting) {
        this(length, clauses, nesting, 1_000, 2, 2_000, 5_000, Duration.ofDays(90));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
