package io.vedette.alerts.view;

import io.vedette.text.watch.Requirement;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Makes queries of filters. */
final class Searches {

    /** The words of both, in any order; {@code |}, {@code -}, quotation marks, parentheses and {@code *} mean something. */
    private static final int OPERATORS = SimpleQueryParser.AND_OPERATOR
            | SimpleQueryParser.OR_OPERATOR
            | SimpleQueryParser.NOT_OPERATOR
            | SimpleQueryParser.PHRASE_OPERATOR
            | SimpleQueryParser.PREFIX_OPERATOR
            | SimpleQueryParser.PRECEDENCE_OPERATORS
            | SimpleQueryParser.ESCAPE_OPERATOR
            | SimpleQueryParser.WHITESPACE_OPERATOR;

    private static final Map<String, Float> FIELDS = Map.of(ViewFields.TITLE, 1f, ViewFields.BODY, 1f);

    private Searches() {}

    static Query of(Kind kind, Filter filter, IndexReader reader) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(ViewFields.KIND, kind.value())), Occur.FILTER);
        if (filter.from() != null || filter.to() != null) {
            long from = filter.from() == null ? Long.MIN_VALUE : filter.from().toEpochMilli();
            long to = filter.to() == null ? Long.MAX_VALUE : filter.to().toEpochMilli() - 1;
            all.add(LongPoint.newRangeQuery(ViewFields.TIME, from, to), Occur.FILTER);
        }
        filter.values().forEach((field, values) -> all.add(oneOf(field, values), Occur.FILTER));
        Filter.Box box = filter.box();
        if (box != null) {
            all.add(
                    LatLonPoint.newBoxQuery(ViewFields.POINT, box.south(), box.north(), box.west(), box.east()),
                    Occur.FILTER);
        }
        String text = filter.text();
        if (text != null) {
            all.add(words(text, reader), Occur.FILTER);
        }
        for (Requirement needed : filter.needs()) {
            Query query = AnchorQueries.of(needed, reader);
            if (query != null) {
                all.add(query, Occur.FILTER);
            }
        }
        return all.build();
    }

    static Query oneOf(String field, Set<String> values) {
        if (field.equals(ViewFields.TENANT)) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            values.forEach(prefix -> any.add(new PrefixQuery(new Term(ViewFields.WATCH, prefix)), Occur.SHOULD));
            return any.build();
        }
        List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
        return new TermInSetQuery(field, terms);
    }

    private static Query words(String text, IndexReader reader) throws IOException {
        SimpleQueryParser parser = new SimpleQueryParser(new SearchAnalyzer(languages(reader)), FIELDS, OPERATORS);
        parser.setDefaultOperator(Occur.MUST);
        return parser.parse(text);
    }

    /** The languages that there are articles of. */
    static Set<String> languages(IndexReader reader) throws IOException {
        Set<String> languages = new HashSet<>(Set.of("und"));
        languages.addAll(values(ViewFields.LANGUAGE, reader, any -> true));
        return languages;
    }

    /** The values of a field that there are, perhaps only in documents that are gone, and are wanted. */
    static Set<String> values(String field, IndexReader reader, Predicate<String> wanted) throws IOException {
        Set<String> values = new HashSet<>();
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                String value = term.utf8ToString();
                if (wanted.test(value)) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
