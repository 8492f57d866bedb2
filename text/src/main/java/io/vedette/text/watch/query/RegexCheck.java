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

    private static int endOfClass(String pattern, int open) {
        int i = open + 1;
        i = i < pattern.length() && pattern.charAt(i) == '^' ? i + 1 : i;
        i = i < pattern.length() && pattern.charAt(i) == ']' ? i + 1 : i;
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            i += pattern.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
