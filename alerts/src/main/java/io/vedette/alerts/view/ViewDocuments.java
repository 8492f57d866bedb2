package io.vedette.alerts.view;

import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Story;
import io.vedette.text.watch.query.Entities;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Makes documents of records. */
final class ViewDocuments {

    private final ArticleTags tags;

    ViewDocuments(Entities entities) {
        this.tags = new ArticleTags(entities);
    }

    /** An article with everything that it can be found by. */
    Document article(ArticleHit hit) throws IOException {
        EnrichedArticle article = hit.enriched();
        Document document = document(Kind.ARTICLE, article.getArticle().getId(), hit.acceptedAt());
        add(document, ViewFields.REMOVED, String.valueOf(hit.history().getRemoved()));
        if (!Histories.isPlain(hit.history())) {
            document.add(new StoredField(ViewFields.HISTORY, Stored.bytes(hit.history())));
        }
        if (hit.alerted()) {
            document.add(new StringField(ViewFields.ALERTED, ViewFields.YES, Field.Store.YES));
        }
        tags.addTo(document, article);
        ClaimedPlaces.addTo(document, article);
        document.add(new StoredField(ViewFields.RECORD, Stored.bytes(article)));
        return document;
    }

    /**
     * An alert, which is found by all that its article is found by.
     *
     * @param found the one that raised it; null if it is not known
     */
    Document alert(AlertHit hit, @Nullable ArticleHit found) throws IOException {
        EnrichedArticle article = found == null ? null : found.enriched();
        Alert alert = hit.alert();
        Document document = document(Kind.ALERT, alert.getId(), hit.raisedAt());
        add(document, ViewFields.ROOT, AlertHit.root(alert));
        add(document, ViewFields.WATCH, alert.getWatchId());
        add(document, ViewFields.SEVERITY, alert.getSeverity());
        add(document, ViewFields.ALERT_KIND, alert.getKind());
        add(document, ViewFields.STATUS, hit.status());
        add(document, ViewFields.STORY, alert.getStoryId());
        add(
                document,
                ViewFields.REMOVED,
                String.valueOf(found != null && found.history().getRemoved()));
        alert.getLabels().forEach(label -> add(document, ViewFields.LABEL, label));
        if (!alert.getArticleId().isEmpty()) { // a digest, a notice or a silence has none
            add(document, ViewFields.ARTICLE, alert.getArticleId());
            document.add(new SortedDocValuesField(ViewFields.ARTICLE, new BytesRef(alert.getArticleId())));
        }
        if (article == null) {
            tags.addTo(document, alert);
        } else {
            tags.addTo(document, article);
        }
        document.add(new StoredField(ViewFields.RECORD, Stored.bytes(alert)));
        AlertState state = hit.state();
        if (state != null) {
            document.add(new StoredField(ViewFields.STATE, Stored.bytes(state)));
        }
        return document;
    }

    /** How things stand with an alert, for alerts that come later. */
    Document state(AlertState state, Instant at) throws IOException {
        Document document = document(Kind.STATE, state.getAlertId(), at);
        document.add(new StoredField(ViewFields.STATE, Stored.bytes(state)));
        return document;
    }

    /** What is known of the history of an article, for articles that come later. */
    Document history(ArticleHistory history, Instant at) throws IOException {
        Document document = document(Kind.HISTORY, history.getArticleId(), at);
        document.add(new StoredField(ViewFields.HISTORY, Stored.bytes(history)));
        return document;
    }

    /** Which story an article belongs to, and those that turned out to be the same. */
    Document story(Story story, Instant at) throws IOException {
        Document document = document(Kind.STORY, story.getArticleId(), at);
        Set<String> stories = new LinkedHashSet<>(story.getLinkedStories());
        stories.add(story.getStoryId());
        for (String one : stories) {
            add(document, ViewFields.STORY, one);
            document.add(new SortedSetDocValuesField(ViewFields.STORIES, new BytesRef(one)));
        }
        document.add(new StoredField(ViewFields.RECORD, Stored.bytes(story)));
        return document;
    }

    static void add(Document document, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            document.add(new StringField(field, value, Field.Store.NO));
        }
    }

    private static Document document(Kind kind, String id, Instant at) {
        Document document = new Document();
        document.add(new StringField(ViewFields.KEY, kind.key(id), Field.Store.NO));
        add(document, ViewFields.KIND, kind.value());
        document.add(new SortedDocValuesField(ViewFields.ID, new BytesRef(id)));
        long time = at.toEpochMilli();
        document.add(new LongPoint(ViewFields.TIME, time));
        document.add(new NumericDocValuesField(ViewFields.TIME, time));
        document.add(new StoredField(ViewFields.TIME, time));
        return document;
    }
}
