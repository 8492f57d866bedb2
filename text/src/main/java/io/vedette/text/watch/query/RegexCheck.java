package io.vedette.text.watch.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;

/** Refuses regular expressions that are none of RE2's syntax, would take too large a program, or are true of any text. */
final class RegexCheck {

    private static final java.util.regex.Pattern REPEAT =
            java.util.regex.Pattern.compile("\\{([0-9]{1,9})(,?)([0-9]{0,9})\\}");

    /** One sign of a pattern, as it stands there or as a number. */
    private static final java.util.regex.Pattern SIGN = java.util.regex.Pattern.compile(
            "\\\\x\\{([0-9A-Fa-f]{1,6})\\}|\\\\x([0-9A-Fa-f]{2})|\\\\?(.)", java.util.regex.Pattern.DOTALL);

    /** Old forms of Cyrillic letters: RE2/J 1.8 looks for their other case for ever. */
    private static final int FIRST_ENDLESS = 0x1C80;

    private static final int LAST_ENDLESS = 0x1C88;

    private RegexCheck() {}

    static void check(Reading reading, Lexeme regex) {
        String pattern = regex.text();
        int most = reading.limits().regexProgram();
        if (pattern.isBlank()) {
            throw reading.error(regex, "this regular expression is empty", "write what to look for between / and /");
        }
        if (size(pattern) > most) {
            throw tooLarge(reading, regex, most);
        }
        if (isEndless(pattern)) {
            throw reading.error(
                    regex,
                    "the letters from U+1C80 to U+1C88 can't be compared without regard to case",
                    "write the letters of today instead, or leave out the range that holds them");
        }
        Pattern compiled;
        try {
            compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException syntax) {
            int at = regex.start() + 1 + Math.max(0, syntax.getIndex());
            throw reading.error(
                    Math.min(at, regex.end() - 1),
                    "no regular expression of RE2: " + syntax.getDescription(),
                    "RE2 has no backreferences and no look-around; put a \\ before a sign that means itself");
        }
        if (compiled.programSize() > most) {
            throw tooLarge(reading, regex, most);
        }
        if (compiled.matches("")) {
            throw reading.error(
                    regex, "this regular expression is true of any text", "write something that must be there");
        }
    }

    /** Whether there is such a letter in a pattern, or it may lie in a range. */
    private static boolean isEndless(String pattern) {
        Matcher sign = SIGN.matcher(pattern);
        int before = -1;
        int last = -1;
        while (sign.find()) {
            int now = value(sign);
            boolean inRange = last == '-' && before >= 0 && before <= LAST_ENDLESS && now >= FIRST_ENDLESS;
            if (inRange || now >= FIRST_ENDLESS && now <= LAST_ENDLESS) {
                return true;
            }
            before = last;
            last = now;
        }
        return false;
    }

    private static int value(Matcher sign) {
        String digits = sign.group(1) == null ? sign.group(2) : sign.group(1);
        return digits == null ? sign.group(3).codePointAt(0) : Integer.parseInt(digits, 16);
    }

    private static QueryException tooLarge(Reading reading, Lexeme regex, int most) {
        return reading.error(
                regex,
                "this regular expression takes more than " + most + " instructions",
                "repeat less often, or make several of it");
    }

    /**
     * About how many instructions a pattern takes, told without making them: characters, times the counted repetitions
     * around them.  Nested repetitions such as {@code ((a{99}){99}){99}} would else fill the memory before they are refused.
     */
    static long size(String pattern) {
        Deque<Long> outer = new ArrayDeque<>();
        long sum = 0;
        long last = 0;
        Matcher repeat = REPEAT.matcher(pattern);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '(') {
                outer.push(sum + last + 2);
                sum = 0;
                last = 0;
            } else if (c == ')') {
                long inside = sum + last;
                last = inside;
                sum = outer.isEmpty() ? 0 : outer.pop();
            } else if (c == '{' && repeat.region(i, pattern.length()).lookingAt()) {
                last = times(last, repeat);
                i = repeat.end() - 1;
            } else {
                sum += last;
                last = 1;
                i = c == '\\' ? i + 1 : c == '[' ? endOfClass(pattern, i) : i;
            }
        }
        while (!outer.isEmpty()) {
            sum += outer.pop();
        }
        return sum + last;
    }

    private static long times(long size, Matcher repeat) {
        long low = Long.parseLong(repeat.group(1));
        long high = repeat.group(3).isEmpty() ? low : Long.parseLong(repeat.group(3));
        return Math.min(Integer.MAX_VALUE, Math.max(1, Math.max(low, high)) * Math.max(1, size));
    }

    /** One past a counted repetition that begins there; -1 if none does. */
    static int endOfRepeat(String pattern, int open) {
        Matcher repeat = REPEAT.matcher(pattern).region(open, pattern.length());
        return repeat.lookingAt() ? repeat.end() : -1;
    }

    /** Where the class that opens there is closed. */
    static int endOfClass(String pattern, int open) {
        int i = open + 1;
        i = i < pattern.length() && pattern.charAt(i) == '^' ? i + 1 : i;
        i = i < pattern.length() && pattern.charAt(i) == ']' ? i + 1 : i;
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            int named = pattern.startsWith("[:", i) ? pattern.indexOf(":]", i + 2) : -1;
            i = named >= 0 ? named + 2 : i + (pattern.charAt(i) == '\\' ? 2 : 1);
        }
        return i;
    }
}
