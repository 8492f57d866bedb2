package io.vedette.text.watch.query;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that a mistyped one was probably meant to be. */
final class Nearest {

    /** More is no typing mistake, and the time grows with the length. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * The name with the smallest edit distance (Levenshtein 1966), where a missing tail counts a third: WITHDRAW is nearer
     * to WITHDRAWAL than to anything else.  Names must not be empty.
     */
    static String of(String wanted, Collection<String> names) {
        String shortened = wanted.substring(0, Math.min(LONGEST, wanted.length()));
        String nearest = "";
        int best = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = distance(shortened, name);
            if (distance < best) {
                best = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** The nearest name, if it takes a change in every third letter or less to come to it; null otherwise. */
    static @Nullable String close(String wanted, Collection<String> names) {
        String nearest = of(wanted, names);
        boolean close = wanted.length() <= LONGEST && distance(wanted, nearest) <= Math.max(3, wanted.length());
        return close ? nearest : null;
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = 3 * j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = 3 * i;
            for (int j = 1; j <= b.length(); j++) {
                int insert = row[j - 1] + (i == a.length() ? 1 : 3);
                int replace = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 3);
                row[j] = Math.min(Math.min(insert, above[j] + 3), replace);
            }
            above = row;
        }
        return above[b.length()];
    }
}
