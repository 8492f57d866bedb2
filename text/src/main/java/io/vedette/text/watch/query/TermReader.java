package io.vedette.text.watch.query;

import io.vedette.text.token.Tokens;
import io.vedette.text.watch.query.Expression.Form;
import io.vedette.text.watch.query.Expression.Term;
import io.vedette.text.watch.query.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/** Makes clauses of words, phrases, wildcards and regular expressions. */
final class TermReader {

    /** Letters that stand for * and ? while a text is cut into words: of scripts that no news is written in. */
    private static final char ANY = '\uA66E';

    private static final char ONE = '\u16A0';

    private final Reading reading;

    TermReader(Reading reading) {
        this.reading = reading;
    }

    /** A lexeme of the kinds WORD, EXACT, PHRASE. */
    Expression.Standing words(Lexeme lexeme) {
        String source = reading.between(lexeme.start(), lexeme.end());
        boolean exact = lexeme.kind() == Kind.EXACT;
        return clause(lexeme.start(), source, terms(lexeme, exact ? Form.EXACT : Form.STEM));
    }

    /** What stands between the parentheses of {@code Cs( )}. */
    Expression.Standing cased(Lexeme call, Lexeme content, String source) {
        List<Term> terms = new ArrayList<>();
        Tokens tokens = Tokens.of(content.text());
        for (int i = 0; i < tokens.count(); i++) {
            if (Words.counts(tokens.kind(i)) && !tokens.norm(i).isEmpty()) {
                terms.add(new Expression.Word(tokens.word(i), tokens.word(i), Form.CASE));
            }
        }
        return clause(call.start(), source, terms);
    }

    private Expression.Standing clause(int start, String source, List<Term> terms) {
        if (terms.isEmpty()) {
            throw reading.error(start, "there is no word in " + source, "write a word, a number or a phrase");
        }
        if (terms.size() > 1) {
            return new Expression.Phrase(source, terms);
        }
        return terms.get(0) instanceof Expression.Word word
                ? new Expression.Word(source, word.word(), word.form())
                : new Expression.Wildcard(source, ((Expression.Wildcard) terms.get(0)).pattern());
    }

    private List<Term> terms(Lexeme lexeme, Form form) {
        String text = lexeme.text().replace('*', ANY).replace('?', ONE);
        List<Term> terms = new ArrayList<>();
        for (String norm : Words.of(text)) {
            String pattern = norm.replace(ANY, '*').replace(ONE, '?');
            terms.add(pattern.equals(norm) ? new Expression.Word(norm, norm, form) : wildcard(lexeme, pattern, form));
        }
        return terms;
    }

    private Term wildcard(Lexeme lexeme, String pattern, Form form) {
        if (form == Form.EXACT) {
            throw reading.error(lexeme, "= asks for one form only, and " + pattern + " for several", "leave out the =");
        }
        long letters = pattern.codePoints().filter(Character::isLetterOrDigit).count();
        if (letters < reading.limits().wildcardLetters()) {
            throw reading.error(
                    lexeme,
                    pattern + " stands for too many words",
                    "write " + reading.limits().wildcardLetters() + " letters or more beside * and ?");
        }
        return new Expression.Wildcard(pattern, pattern.replaceAll("\\*{2,}", "*"));
    }

    Expression.Regex regex(Lexeme lexeme) {
        String source = reading.between(lexeme.start(), lexeme.end());
        RegexCheck.check(reading, lexeme);
        return new Expression.Regex(source, lexeme.text());
    }
}
