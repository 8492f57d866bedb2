package io.vedette.text.watch.query;

/**
 * How large a query may be.  What goes beyond is refused before it can cost time or stack.
 *
 * @param length UTF-16 code units
 * @param clauses words, phrases and fields
 * @param nesting parentheses and NOTs inside each other
 */
public record QueryLimits(int length, int clauses, int nesting) {

    /** 20,000 characters, 10,000 clauses, 1,000 deep. */
    public static final QueryLimits DEFAULT = new QueryLimits(20_000, 10_000, 1_000);

    public QueryLimits {
        if (length < 1 || clauses < 1 || nesting < 0) {
            throw new IllegalArgumentException("query limits must be positive: length " + length + ", clauses "
                    + clauses + ", nesting " + nesting);
        }
    }
}
