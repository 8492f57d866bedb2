package io.vedette.text.watch.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what makes a watch dear: that nothing rare has to be there before it is looked at closely. */
final class Cost {

    static final String COMMON = "nearly every article has this word";

    /** The commonest words of news in the languages with a stemmer of their own here, normed. */
    private static final Set<String> EVERYWHERE = Set.of(
            "a", "about", "after", "all", "also", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for",
            "from", "had", "has", "have", "he", "his", "in", "into", "is", "it", "its", "more", "new", "not", "of",
            "on", "one", "or", "said", "says", "that", "the", "their", "they", "this", "to", "was", "were", "which",
            "who", "will", "with", "would", "year", "и", "в", "на", "не", "что", "с", "по", "за", "к", "из", "de", "la",
            "le", "les", "el", "en", "y", "que", "der", "die", "das", "und", "у", "та", "з", "من", "في", "على");

    private Cost() {}

    /** What is dear about a clause; null if nothing. */
    static @Nullable String of(Expression.Clause clause) {
        if (clause instanceof Expression.Wildcard wildcard && isOpen(wildcard.pattern())) {
            return "this costs much: every word of every article is compared with it";
        }
        return clause instanceof Expression.Regex regex
                        && RegexLiterals.of(regex.pattern()).isEmpty()
                ? "this costs much: no three letters in a row have to be there, so that it is looked for in every article"
                : null;
    }

    /** Whether neither its beginning nor its end are certain, nor three letters in a row within. */
    private static boolean isOpen(String pattern) {
        return isSign(pattern.charAt(0))
                && isSign(pattern.charAt(pattern.length() - 1))
                && Arrays.stream(pattern.split("[*?]", -1)).allMatch(letters -> letters.length() < 3);
    }

    private static boolean isSign(char c) {
        return c == '*' || c == '?';
    }

    /** Words by which alone an article comes into question, though nearly every one has them. */
    static List<Expression> common(Expression expression) {
        List<Expression> found = new ArrayList<>();
        collect(expression, found);
        return found;
    }

    /** Adds them; whether nothing else has to be there.  Loops, for streams would take several times the stack. */
    private static boolean collect(Expression expression, List<Expression> found) {
        if (expression instanceof Expression.Word word) {
            boolean everywhere = word.form() != Expression.Form.CASE && EVERYWHERE.contains(word.word());
            if (everywhere) {
                found.add(word);
            }
            return everywhere;
        }
        boolean any = expression instanceof Expression.Any;
        if (!any && !(expression instanceof Expression.All)) {
            return false;
        }
        int before = found.size();
        boolean one = false;
        boolean every = true;
        for (Expression part : Parts.of(expression)) {
            if (!(part instanceof Expression.Not)) {
                boolean common = collect(part, found);
                one |= common;
                every &= common;
            }
        }
        if (!any && !every) {
            found.subList(before, found.size()).clear();
        }
        return any ? one : one && every;
    }
}
