package io.vedette.text.claim;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in digits and words: "1,200", "1.5m", "two dozen", "hundreds of", "between ten and 15", "at least 12".
 * Linear; a number has at most a few words.
 */
final class Numbers {

    /** A number with what its words allow, and its tokens, words such as "at least" included. */
    record Found(int start, int end, double low, double high) {}

    private static final Map<String, Double> UNITS = Map.ofEntries(
            Map.entry("one", 1.0),
            Map.entry("two", 2.0),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0),
            Map.entry("eleven", 11.0),
            Map.entry("twelve", 12.0),
            Map.entry("thirteen", 13.0),
            Map.entry("fourteen", 14.0),
            Map.entry("fifteen", 15.0),
            Map.entry("sixteen", 16.0),
            Map.entry("seventeen", 17.0),
            Map.entry("eighteen", 18.0),
            Map.entry("nineteen", 19.0),
            Map.entry("twenty", 20.0),
            Map.entry("thirty", 30.0),
            Map.entry("forty", 40.0),
            Map.entry("fifty", 50.0),
            Map.entry("sixty", 60.0),
            Map.entry("seventy", 70.0),
            Map.entry("eighty", 80.0),
            Map.entry("ninety", 90.0));

    private static final Map<String, Double> SCALES = Map.of(
            "dozen", 12.0,
            "hundred", 100.0,
            "thousand", 1e3,
            "million", 1e6,
            "billion", 1e9,
            "trillion", 1e12,
            "mln", 1e6,
            "bn", 1e9,
            "m", 1e6,
            "k", 1e3);

    /** Plurals that give an order of magnitude: "dozens" is 24 or more, "hundreds" 200 or more. */
    private static final Map<String, Double> MANY = Map.of(
            "dozens", 24.0, "scores", 40.0, "hundreds", 200.0, "thousands", 2e3, "millions", 2e6, "billions", 2e9);

    private final FieldTokens tokens;
    private int next;

    Numbers(FieldTokens tokens) {
        this.tokens = tokens;
    }

    /** The number that begins at a token, bounds before it and a range included; null if none does. */
    @Nullable
    Found at(int i, int from, int to) {
        Double many = MANY.get(tokens.norm(i));
        if (many != null) {
            boolean tens = i > from + 1 && tokens.is(i - 1, "of") && tokens.is(i - 2, "tens");
            double scale = many / 2 * 20;
            return new Found(tens ? i - 2 : i, i + 1, tens ? scale : many, Double.POSITIVE_INFINITY);
        }
        double value = value(i, to);
        if (Double.isNaN(value)) {
            return null;
        }
        int end = next;
        boolean range = end + 1 < to && (tokens.is(end, "to") || tokens.is(end, "-") || isBetween(i, end, from));
        double upper = range ? value(end + 1, to) : Double.NaN;
        if (!Double.isNaN(upper) && upper > value && !isYear(value, upper)) {
            return new Found(isBetween(i, end, from) ? i - 1 : i, next, value, upper);
        }
        return bounded(i, end, value, from, to);
    }

    private boolean isBetween(int i, int end, int from) {
        return i > from && tokens.is(i - 1, "between") && tokens.is(end, "and");
    }

    private static boolean isYear(double value, double upper) {
        return value >= 1800 && value < 2200 && upper < 2200;
    }

    /** With "at least", "more than", "up to", "nearly" before it, "or more" behind it. */
    private Found bounded(int i, int end, double value, int from, int to) {
        String before = i > from ? tokens.norm(i - 1) : "";
        String earlier = i > from + 1 ? tokens.norm(i - 2) : "";
        double most = Double.POSITIVE_INFINITY;
        if (before.equals("than") && (earlier.equals("more") || earlier.equals("greater"))) {
            return new Found(i - 2, end, value + (value == Math.rint(value) && value < 1e6 ? 1 : 0), most);
        } else if (before.equals("than") && (earlier.equals("fewer") || earlier.equals("less"))) {
            return new Found(i - 2, end, 0, Math.max(0, value - 1));
        } else if (before.equals("least") && earlier.equals("at")) {
            return new Found(i - 2, end, value, most);
        } else if (before.equals("to") && earlier.equals("up")) {
            return new Found(i - 2, end, 0, value);
        } else if (before.equals("most") && earlier.equals("at")) {
            return new Found(i - 2, end, 0, value);
        } else if (before.equals("as") && (earlier.equals("many") || earlier.equals("much"))) {
            return new Found(Math.max(from, i - 3), end, 0, value);
        } else if (before.equals("over") || before.equals("exceeding")) {
            return new Found(i - 1, end, value, most);
        } else if (before.equals("nearly") || before.equals("almost") || before.equals("under")) {
            return new Found(i - 1, end, Math.floor(value * 0.9), value);
        } else if (before.equals("about")
                || before.equals("around")
                || before.equals("some")
                || before.equals("approximately")
                || before.equals("roughly")) {
            return new Found(i - 1, end, Math.floor(value * 0.9), Math.ceil(value * 1.1));
        } else if (end + 1 < to && tokens.is(end, "or") && tokens.is(end + 1, "more")) {
            return new Found(i, end + 2, value, most);
        }
        return new Found(i, end, value, value);
    }

    /** The value of the digits or words that begin at a token; NaN if there are none.  Sets {@link #next}. */
    private double value(int i, int to) {
        double value = i < to ? simple(tokens.norm(i)) : Double.NaN;
        boolean article = i + 1 < to && (tokens.is(i, "a") || tokens.is(i, "an"));
        if (Double.isNaN(value)
                && article
                && SCALES.containsKey(tokens.norm(i + 1))
                && tokens.norm(i + 1).length() > 2) {
            value = 1;
        }
        next = i + 1;
        if (Double.isNaN(value)) {
            return value;
        }
        if (next + 1 < to && tokens.isHyphen(next) && value >= 20 && value < 100) {
            double ones = simple(tokens.norm(next + 1));
            if (ones >= 1 && ones <= 9) {
                value += ones;
                next += 2;
            }
        }
        Double scale = next < to ? SCALES.get(tokens.norm(next)) : null;
        while (scale != null) {
            value *= scale;
            next++;
            scale = next < to ? SCALES.get(tokens.norm(next)) : null;
        }
        return value;
    }

    /** Digits with separators, a fraction and perhaps a scale joined to them; or one word; NaN for anything else. */
    private static double simple(String norm) {
        Double word = UNITS.get(norm);
        if (word != null) {
            return word;
        }
        double value = 0;
        double fraction = 0;
        int digits = 0;
        int i = 0;
        for (; i < norm.length() && digits < 16; i++) {
            int digit = Character.digit(norm.charAt(i), 10);
            if (digit >= 0) {
                digits++;
                value = value * 10 + digit;
                fraction *= 10;
            } else if (norm.charAt(i) == '.' && fraction == 0 && digits > 0) {
                fraction = 1;
            } else if (norm.charAt(i) != ',' || digits == 0) {
                break;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        String rest = norm.substring(i);
        Double scale = rest.isEmpty() ? Double.valueOf(1) : SCALES.get(rest);
        return scale == null ? Double.NaN : value / (fraction == 0 ? 1 : fraction) * scale;
    }
}
