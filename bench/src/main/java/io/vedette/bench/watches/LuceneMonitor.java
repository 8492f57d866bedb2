package io.vedette.bench.watches;

import io.vedette.text.Location;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.watch.query.Entities;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.RegexpQueryHandler;
import org.apache.lucene.monitor.TermFilteredPresearcher;

/** Lucene Monitor with the same watches, and its analysis made to find the same words. */
final class LuceneMonitor implements Subject {

    /** Which of Lucene's ways rules out queries. */
    enum Ruling {
        TERMS,
        MULTIPASS;

        private Presearcher presearcher() {
            List<RegexpQueryHandler> handlers = List.of(new RegexpQueryHandler());
            return this == TERMS
                    ? new TermFilteredPresearcher(
                            TermFilteredPresearcher.DEFAULT_WEIGHTOR, new ArrayList<>(handlers), Set.of())
                    : new MultipassTermFilteredPresearcher(
                            2, 0, TermFilteredPresearcher.DEFAULT_WEIGHTOR, new ArrayList<>(handlers), Set.of());
        }
    }

    private static final int BATCH = 5_000;

    private final Monitor monitor;
    private final Ruling ruling;
    private final Mix mix;
    private final Entities entities;

    /** @param mix what will be asked: what that does not need, no article is given */
    LuceneMonitor(Ruling ruling, Mix mix, Entities entities) throws IOException {
        this.ruling = ruling;
        this.mix = mix;
        this.entities = entities;
        this.monitor = new Monitor(
                new SameWords(), ruling.presearcher(), new MonitorConfiguration().setQueryUpdateBufferSize(BATCH));
    }

    @Override
    public String name() {
        return "Lucene Monitor, " + (ruling == Ruling.TERMS ? "TermFiltered" : "MultipassTermFiltered");
    }

    @Override
    public void add(List<MadeWatch> watches) throws IOException {
        List<MonitorQuery> queries = new ArrayList<>();
        for (int i = 0; i < watches.size(); i++) {
            queries.add(new MonitorQuery(Integer.toString(i), LuceneQueries.of(watches.get(i))));
            if (queries.size() == BATCH) {
                monitor.register(queries);
                queries.clear();
            }
        }
        monitor.register(queries);
    }

    @Override
    public void addOne(int id, MadeWatch watch) throws IOException {
        monitor.register(new MonitorQuery(Integer.toString(id), LuceneQueries.of(watch)));
    }

    @Override
    public int match(Sample sample) throws IOException {
        return matching(sample).getMatchCount();
    }

    @Override
    public Set<String> ids(Sample sample) throws IOException {
        Set<String> ids = new HashSet<>();
        matching(sample).getMatches().forEach(match -> ids.add(match.getQueryId()));
        return ids;
    }

    private MatchingQueries<QueryMatch> matching(Sample sample) throws IOException {
        return monitor.match(document(sample), QueryMatch.SIMPLE_MATCHER);
    }

    private Document document(Sample sample) {
        Document document = new Document();
        document.add(new TextField(LuceneQueries.STEMS, sample.document().body(), Field.Store.NO));
        if (mix == Mix.WILDCARDS) {
            document.add(new TextField(LuceneQueries.WORDS, sample.document().body(), Field.Store.NO));
        }
        if (mix == Mix.GEOGRAPHY) {
            addPlaces(sample, document);
        }
        return document;
    }

    private void addPlaces(Sample sample, Document document) {
        Set<String> areas = new HashSet<>();
        Set<String> countries = new HashSet<>();
        for (Mention mention : sample.annotations().mentions()) {
            if (mention.kind() == MentionKind.PLACE && mention.type() != MentionType.DEMONYM) {
                if (mention.entityId() != null) {
                    areas.addAll(entities.areas(mention.entityId()));
                }
                if (mention.country() != null) {
                    countries.add(mention.country());
                }
                Location location = mention.location();
                if (location != null) {
                    document.add(new LatLonPoint(LuceneQueries.POINTS, location.latitude(), location.longitude()));
                }
            }
        }
        areas.forEach(area -> document.add(new StringField(LuceneQueries.AREAS, area, Field.Store.NO)));
        countries.forEach(code -> document.add(new StringField(LuceneQueries.COUNTRIES, code, Field.Store.NO)));
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }
}
