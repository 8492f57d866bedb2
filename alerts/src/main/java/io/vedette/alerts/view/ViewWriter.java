package io.vedette.alerts.view;

import io.vedette.alerts.view.Batch.Timed;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Story;
import io.vedette.text.watch.query.Entities;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records into the index.  What belongs together comes from several topics in any order: an alert, its article, and
 * what people made of it.  Whichever comes last completes the others, so that the same records give the same index
 * whatever their order.  For one thread.
 */
final class ViewWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ViewWriter.class);

    /** No article raises more at once than can be held in memory beside it; no story has more updates. */
    private static final int MOST_ALERTS = 100_000;

    private final ViewIndex index;
    private final ViewDocuments documents;
    private int refused;

    ViewWriter(ViewIndex index, Entities entities) {
        this.index = index;
        this.documents = new ViewDocuments(entities);
    }

    /**
     * Adds what the records say, and lets it be found.
     *
     * @return how many documents are left out, since the index does not take them: a name of 40,000 letters, say
     */
    int apply(Batch batch) throws IOException {
        refused = 0;
        IndexSearcher before = index.searchers().acquire();
        try {
            for (String id : batch.deleted) {
                index.writer().deleteDocuments(key(Kind.ARTICLE, id), key(Kind.STORY, id));
            }
            Known known = new Known(before, batch);
            writeArticles(known);
            writeHistories(batch);
            for (Map.Entry<String, Timed<Story>> story : batch.stories.entrySet()) {
                put(
                        Kind.STORY,
                        story.getKey(),
                        documents.story(
                                story.getValue().value(), story.getValue().at()));
            }
            for (Map.Entry<String, Timed<AlertState>> state : batch.states.entrySet()) {
                put(
                        Kind.STATE,
                        state.getKey(),
                        documents.state(
                                state.getValue().value(), state.getValue().at()));
            }
            for (AlertHit alert : known.affectedAlerts().values()) {
                String article = alert.alert().getArticleId();
                put(Kind.ALERT, alert.alert().getId(), documents.alert(alert, known.article(article)));
            }
        } finally {
            index.searchers().release(before);
        }
        index.searchers().maybeRefreshBlocking();
        return refused;
    }

    /** Removes what is older; articles that raised an alert stay as long as alerts do. */
    void expire(Instant articlesBefore, Instant alertsBefore) throws IOException {
        IndexWriter writer = index.writer();
        writer.deleteDocuments(before(alertsBefore));
        BooleanQuery.Builder articles = new BooleanQuery.Builder();
        articles.add(before(articlesBefore), Occur.FILTER);
        articles.add(new TermQuery(new Term(ViewFields.KIND, Kind.ARTICLE.value())), Occur.FILTER);
        articles.add(new TermQuery(new Term(ViewFields.ALERTED, ViewFields.YES)), Occur.MUST_NOT);
        writer.deleteDocuments(articles.build());
        BooleanQuery.Builder stories = new BooleanQuery.Builder();
        stories.add(before(articlesBefore), Occur.FILTER);
        stories.add(new TermQuery(new Term(ViewFields.KIND, Kind.STORY.value())), Occur.FILTER);
        writer.deleteDocuments(stories.build());
    }

    /** Articles that are new, and those whose history is. */
    private void writeArticles(Known known) throws IOException {
        for (String id : known.affectedArticles()) {
            ArticleHit article = known.article(id);
            if (article != null) {
                put(Kind.ARTICLE, id, documents.article(article));
            }
        }
    }

    private void writeHistories(Batch batch) throws IOException {
        for (Map.Entry<String, Timed<ArticleHistory>> entry : batch.histories.entrySet()) {
            ArticleHistory history = entry.getValue().value();
            if (Histories.isPlain(history)) {
                index.writer().deleteDocuments(key(Kind.HISTORY, entry.getKey()));
            } else {
                put(
                        Kind.HISTORY,
                        entry.getKey(),
                        documents.history(history, entry.getValue().at()));
            }
        }
    }

    private void put(Kind kind, String id, Document document) throws IOException {
        try {
            index.writer().updateDocument(key(kind, id), document);
        } catch (IllegalArgumentException e) {
            // the index goes on without it: one record must not stop all that come after
            refused++;
            LOG.atWarn()
                    .addKeyValue("kind", kind.value())
                    .addKeyValue("id", id)
                    .addKeyValue("reason", e.getMessage())
                    .log("left out of the view");
        }
    }

    private static Term key(Kind kind, String id) {
        return new Term(ViewFields.KEY, kind.key(id));
    }

    private static Query before(Instant end) {
        return LongPoint.newRangeQuery(ViewFields.TIME, Long.MIN_VALUE, end.toEpochMilli() - 1);
    }

    /** What is known with these records: they, and before them the index. */
    private record Known(IndexSearcher searcher, Batch batch) {

        /** The alerts that are new or that look different with these records, by id. */
        Map<String, AlertHit> affectedAlerts() throws IOException {
            Map<String, AlertHit> affected = new LinkedHashMap<>();
            Set<String> articles = new LinkedHashSet<>(batch.alertedArticles.keySet());
            addWithHistory(articles);
            for (String article : articles) {
                addAlerts(ViewFields.ARTICLE, article, affected);
            }
            for (String root : batch.states.keySet()) {
                addAlerts(ViewFields.ROOT, root, affected);
            }
            for (Timed<Alert> alert : batch.alerts.values()) {
                affected.put(alert.value().getId(), new AlertHit(alert.value(), alert.at(), null));
            }
            for (Map.Entry<String, AlertHit> entry : affected.entrySet()) {
                AlertHit hit = entry.getValue();
                entry.setValue(new AlertHit(hit.alert(), hit.raisedAt(), state(AlertHit.root(hit.alert()))));
            }
            return affected;
        }

        /** Of which there is something new to be found; a history that says nothing makes no article look different. */
        Set<String> affectedArticles() throws IOException {
            Set<String> affected = new LinkedHashSet<>(batch.articles.keySet());
            affected.addAll(batch.alertedArticles.keySet());
            addWithHistory(affected);
            return affected;
        }

        private void addWithHistory(Set<String> to) throws IOException {
            for (Map.Entry<String, Timed<ArticleHistory>> entry : batch.histories.entrySet()) {
                boolean plain = Histories.isPlain(entry.getValue().value());
                if (!plain || document(Kind.HISTORY, entry.getKey()) != null) {
                    to.add(entry.getKey());
                }
            }
        }

        /** The newest version of it, whichever of the topics had it; null if none has. */
        @Nullable
        ArticleHit article(String id) throws IOException {
            Document document = batch.deleted.contains(id) ? null : document(Kind.ARTICLE, id);
            ArticleHit newest = document == null ? null : Stored.article(document);
            boolean alerted = newest != null && newest.alerted() || batch.alertedArticles.containsKey(id);
            for (Map<String, Timed<EnrichedArticle>> articles : List.of(batch.alertedArticles, batch.articles)) {
                Timed<EnrichedArticle> one = articles.get(id);
                ArticleHit hit = one == null ? null : hit(one);
                if (hit != null && (newest == null || !newest.isAfter(hit))) {
                    newest = hit;
                }
            }
            return newest == null
                    ? null
                    : new ArticleHit(newest.enriched(), newest.acceptedAt(), alerted, history(id, newest));
        }

        private static ArticleHit hit(Timed<EnrichedArticle> article) {
            Instant accepted = article.value().getAcceptedAt();
            Instant at = accepted == null ? article.at() : accepted;
            return new ArticleHit(article.value(), at, false, Histories.plain(article.value(), at));
        }

        private ArticleHistory history(String id, ArticleHit article) throws IOException {
            Timed<ArticleHistory> history = batch.histories.get(id);
            if (history != null) {
                return history.value();
            }
            Document document = document(Kind.HISTORY, id);
            return document == null
                    ? Histories.plain(article.enriched(), article.acceptedAt())
                    : Stored.history(document);
        }

        private @Nullable AlertState state(String root) throws IOException {
            Timed<AlertState> state = batch.states.get(root);
            if (state != null) {
                return state.value();
            }
            Document document = document(Kind.STATE, root);
            return document == null ? null : Stored.state(document);
        }

        private void addAlerts(String field, String value, Map<String, AlertHit> to) throws IOException {
            Query query = new TermQuery(new Term(field, value));
            int some = Math.min(MOST_ALERTS, Math.max(1, searcher.count(query)));
            for (ScoreDoc found : searcher.search(query, some, Sort.INDEXORDER).scoreDocs) {
                AlertHit hit = Stored.alert(searcher.storedFields().document(found.doc));
                to.put(hit.alert().getId(), hit);
            }
        }

        private @Nullable Document document(Kind kind, String id) throws IOException {
            ScoreDoc[] found = searcher.search(new TermQuery(key(kind, id)), 1).scoreDocs;
            return found.length == 0 ? null : searcher.storedFields().document(found[0].doc);
        }
    }
}
