package io.vedette.text.watch.query;

import io.vedette.text.ClaimType;
import io.vedette.text.MentionKind;
import io.vedette.text.Modality;
import io.vedette.text.watch.query.Lexeme.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes clauses of lexemes: norms words, resolves names, and says what was meant where it can't. */
final class ClauseReader {

    private static final List<String> FIELDS = List.of("actor", "place", "claim");
    private static final int SUGGESTIONS = 3;
    private static final Set<Modality> NEWS = Set.of(Modality.ASSERTED, Modality.DENIED, Modality.POSSIBLE);

    private final String query;
    private final Entities entities;

    ClauseReader(String query, Entities entities) {
        this.query = query;
        this.entities = entities;
    }

    Expression words(Lexeme lexeme) {
        String source = query.substring(lexeme.start(), lexeme.end());
        List<String> words = Words.of(lexeme.text());
        if (words.isEmpty()) {
            throw error(lexeme, "there is no word in " + source, "write a word, a number or a phrase");
        }
        if (lexeme.kind() == Kind.EXACT && words.size() > 1) {
            throw error(lexeme, source + " is more than one word", "put = before a single word");
        }
        return words.size() == 1
                ? word(source, words.get(0), lexeme.kind() == Kind.EXACT)
                : new Expression.Phrase(
                        source,
                        words.stream()
                                .<Expression.Term>map(word -> word(word, word, false))
                                .toList());
    }

    private static Expression.Word word(String source, String word, boolean exact) {
        return new Expression.Word(source, word, exact ? Expression.Form.EXACT : Expression.Form.STEM);
    }

    /** The same lexeme, once it is known to name a field. */
    Lexeme known(Lexeme field) {
        if (!FIELDS.contains(field.text().toLowerCase(Locale.ROOT))) {
            throw error(
                    field,
                    "there is no field " + field.text(),
                    "the fields are " + String.join(", ", FIELDS)
                            + "; put the words in quotation marks to look for them");
        }
        return field;
    }

    Expression field(Lexeme field, Lexeme value) {
        String source = query.substring(field.start(), value.end());
        String name = value.text().strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            throw error(value, "nothing stands between the quotation marks", null);
        }
        return switch (field.text().toLowerCase(Locale.ROOT)) {
            case "actor" ->
                new Expression.Actor(source, name, known(MentionKind.ACTOR, value, entities.actors(name)), 0);
            case "place" ->
                new Expression.Place(source, name, known(MentionKind.PLACE, value, entities.places(name)), true, 0);
            default ->
                new Expression.Reported(source, new Expression.ClaimOfType(source, claimType(value)), NEWS, false);
        };
    }

    private Set<String> known(MentionKind kind, Lexeme name, Set<String> ids) {
        if (ids.isEmpty()) {
            List<String> meant = entities.suggestions(kind, name.text().strip(), SUGGESTIONS);
            String hint = meant.isEmpty()
                    ? "look for the words instead: \"" + name.text().strip() + "\""
                    : "did you mean " + String.join(", ", meant) + "?";
            String sort = kind.name().toLowerCase(Locale.ROOT);
            throw error(name, "no " + sort + " of the name " + name.text().strip() + " is known", hint);
        }
        return Set.copyOf(ids);
    }

    private ClaimType claimType(Lexeme value) {
        String wanted = value.text().strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(ClaimType.values())
                .filter(type -> type.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> error(
                        value,
                        "there is no claim type " + value.text().strip(),
                        "did you mean " + nearest(wanted) + "? All: "
                                + Arrays.stream(ClaimType.values())
                                        .map(ClaimType::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static String nearest(String wanted) {
        List<String> names =
                Arrays.stream(ClaimType.values()).map(ClaimType::name).toList();
        return Nearest.of(wanted, names);
    }

    private QueryException error(Lexeme at, String problem, @Nullable String hint) {
        return new QueryException(query, at.start(), problem, hint);
    }
}
