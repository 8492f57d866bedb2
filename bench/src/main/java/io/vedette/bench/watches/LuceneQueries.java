package io.vedette.bench.watches;

import io.vedette.text.stem.Stemmer;
import io.vedette.text.stem.Stemmers;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;

/** Watches as Lucene says them. */
final class LuceneQueries {

    static final String STEMS = "stems";
    static final String WORDS = "words";
    static final String AREAS = "areas";
    static final String COUNTRIES = "countries";
    static final String POINTS = "points";

    private static final Stemmer STEMMER = Stemmers.of(Sample.LANGUAGE);
    private static final double METRES = 1_000;

    private LuceneQueries() {}

    static Query of(MadeWatch watch) {
        if (watch instanceof MadeWatch.Term term) {
            return new TermQuery(stem(term.word()));
        }
        if (watch instanceof MadeWatch.Phrase phrase) {
            PhraseQuery.Builder query = new PhraseQuery.Builder();
            phrase.words().forEach(word -> query.add(stem(word)));
            return query.build();
        }
        if (watch instanceof MadeWatch.All all) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            all.these().forEach(part -> query.add(of(part), BooleanClause.Occur.MUST));
            all.none().forEach(part -> query.add(of(part), BooleanClause.Occur.MUST_NOT));
            return query.build();
        }
        if (watch instanceof MadeWatch.Near near) {
            SpanQuery[] words = {new SpanTermQuery(stem(near.left())), new SpanTermQuery(stem(near.right()))};
            return new SpanNearQuery(words, near.distance(), near.ordered());
        }
        if (watch instanceof MadeWatch.Wildcard wildcard) {
            // as a regular expression, because for these Lucene has a way to rule them out beforehand
            String pattern = wildcard.pattern().replace("*", ".*").replace('?', '.');
            return new RegexpQuery(new Term(WORDS, pattern));
        }
        if (watch instanceof MadeWatch.Place place) {
            return new TermQuery(new Term(AREAS, place.id()));
        }
        if (watch instanceof MadeWatch.Country country) {
            return new TermQuery(new Term(COUNTRIES, country.code()));
        }
        MadeWatch.Radius radius = (MadeWatch.Radius) watch;
        return LatLonPoint.newDistanceQuery(
                POINTS, radius.latitude(), radius.longitude(), radius.kilometres() * METRES);
    }

    private static Term stem(String word) {
        return new Term(STEMS, STEMMER.stem(word));
    }
}
