package io.vedette.text.watch.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** What in a regular expression is no plain letter: escapes, classes, flags, repetitions and what they repeat. */
    private static final Pattern NO_LITERAL =
            Pattern.compile("\\\\p\\{[^}]*\\}|\\\\.|\\[[^\\]]*\\]|\\?[a-zA-Z]*:|[^)][*?]|[^)]?\\{[^}]*\\}");

    private static final Pattern GROUP = Pattern.compile("\\(([^()]*)\\)([*?]?)");
    private static final Pattern LITERAL = Pattern.compile("[\\p{L}\\p{N}]{3,}");

    private Cost() {}

    /** What is dear about a clause; null if nothing. */
    static @Nullable String of(Expression.Clause clause) {
        if (clause instanceof Expression.Wildcard wildcard && beginsOpen(wildcard.pattern())) {
            return "this costs much: every word of every article is compared with it";
        }
        return clause instanceof Expression.Regex regex && !hasLiteral(regex.pattern())
                ? "this costs much: no three letters in a row have to be there"
                : null;
    }

    /** Told from the inside out: of a group only what each of its branches has must be there. */
    private static boolean hasLiteral(String pattern) {
        String plain = NO_LITERAL.matcher(pattern).replaceAll(" ");
        Matcher group = GROUP.matcher(plain);
        while (group.find()) {
            String inside = group.group(1);
            boolean mayLack = !group.group(2).isEmpty();
            String instead = mayLack ? " " : inside.indexOf('|') < 0 ? inside : everyBranch(inside) ? " xxx " : " ";
            plain = plain.substring(0, group.start()) + instead + plain.substring(group.end());
            group = GROUP.matcher(plain);
        }
        return everyBranch(plain);
    }

    private static boolean everyBranch(String pattern) {
        return Arrays.stream(pattern.split("\\|", -1))
                .allMatch(branch -> LITERAL.matcher(branch).find());
    }

    private static boolean beginsOpen(String pattern) {
        return pattern.startsWith("*") || pattern.startsWith("?");
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
