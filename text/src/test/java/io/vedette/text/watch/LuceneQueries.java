package io.vedette.text.watch;

import io.vedette.text.Field;
import io.vedette.text.stem.Stemmer;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.Expression.Form;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/**
 * Expressions as Lucene says them: words in any form, wildcards, phrases, two words near each other, AND, OR, NOT and the
 * title.  Every article field is three of Lucene's: of its words as they are written, as they are normed, and of their stems.
 */
final class LuceneQueries {

    static final String LANGUAGE = "en";

    private static final Stemmer STEMMER = Stemmers.of(LANGUAGE);

    private LuceneQueries() {}

    static String name(Field field, Form form) {
        return field + "." + form;
    }

    /** Null of what Lucene can't say. */
    static @Nullable Query of(Expression expression) {
        return of(expression, List.of(Field.TITLE, Field.BODY));
    }

    private static @Nullable Query of(Expression expression, List<Field> fields) {
        if (expression instanceof Expression.All all) {
            return bool(all.parts(), Occur.MUST, part -> of(part, fields));
        } else if (expression instanceof Expression.Any any) {
            return bool(any.parts(), Occur.SHOULD, part -> of(part, fields));
        } else if (expression instanceof Expression.Not not) {
            Query part = of(not.part(), fields);
            return part == null
                    ? null
                    : new BooleanQuery.Builder()
                            .add(new MatchAllDocsQuery(), Occur.MUST)
                            .add(part, Occur.MUST_NOT)
                            .build();
        } else if (expression instanceof Expression.Within within) {
            return within.stretch() == Expression.Stretch.TITLE ? title(within.part()) : null;
        }
        return bool(fields, Occur.SHOULD, field -> inField(expression, field));
    }

    /** True of a title that there is: NOT is not true of none. */
    private static @Nullable Query title(Expression part) {
        Query said = of(part, List.of(Field.TITLE));
        return said == null
                ? null
                : new BooleanQuery.Builder()
                        .add(new WildcardQuery(new Term(name(Field.TITLE, Form.EXACT), "*")), Occur.MUST)
                        .add(said, Occur.MUST)
                        .build();
    }

    private static <T> @Nullable Query bool(List<T> parts, Occur occur, Function<T, @Nullable Query> of) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (T part : parts) {
            Query said = of.apply(part);
            if (said == null) {
                return null;
            }
            query.add(said, occur);
        }
        return query.build();
    }

    private static @Nullable Query inField(Expression expression, Field field) {
        if (expression instanceof Expression.Word word) {
            return new TermQuery(term(word, field));
        } else if (expression instanceof Expression.Wildcard wildcard) {
            return new WildcardQuery(new Term(name(field, Form.EXACT), wildcard.pattern()));
        } else if (expression instanceof Expression.Phrase phrase) {
            return phrase(phrase, field);
        }
        return expression instanceof Expression.Near near ? near(near, field) : null;
    }

    private static Term term(Expression.Word word, Field field) {
        String key = word.form() == Form.STEM ? STEMMER.stem(word.word()) : word.word();
        return new Term(name(field, word.form()), key);
    }

    private static @Nullable Query phrase(Expression.Phrase phrase, Field field) {
        PhraseQuery.Builder query = new PhraseQuery.Builder();
        for (Expression.Term term : phrase.terms()) {
            if (!(term instanceof Expression.Word word) || word.form() != Form.STEM) {
                return null;
            }
            query.add(term(word, field));
        }
        return query.build();
    }

    /** Two words; of the same one twice Lucene would find one alone. */
    private static @Nullable Query near(Expression.Near near, Field field) {
        if (!(near.left() instanceof Expression.Word left) || !(near.right() instanceof Expression.Word right)) {
            return null;
        }
        Term first = term(left, field);
        Term second = term(right, field);
        SpanQuery[] both = {new SpanTermQuery(first), new SpanTermQuery(second)};
        return !first.field().equals(second.field()) || first.equals(second)
                ? null
                : new SpanNearQuery(both, near.distance(), near.ordered());
    }
}
