package io.vedette.enrich;

import io.vedette.enrich.Verdict.Change;
import io.vedette.enrich.Verdict.What;
import io.vedette.schemas.Article;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.KnownArticle;
import io.vedette.schemas.Origin;
import io.vedette.schemas.Revision;
import io.vedette.schemas.Sighting;
import io.vedette.text.article.ArticleMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells a new article from one that went out before, and of the latter a change from a repeat.  Pure: the same records in
 * the same order give the same again.
 *
 * <p>A version that was seen before is none, so that two sources of which one is behind do not take turns.  Nor is a teaser
 * of an article whose text is known, nor, from a source that has the article for the first time, another headline or a
 * shorter text: that is how this source shows it, and no change of the article.
 */
final class Revisions {

    /** As the record {@code ArticleHistory} promises. */
    static final int MOST_SIGHTINGS = 50;

    static final int MOST_REVISIONS = 50;
    static final int MOST_VERSIONS = 100;

    private Revisions() {}

    /**
     * What becomes of an article.
     *
     * @param known what is remembered of it, and is changed; null for nothing
     * @param article whose revision and marks are changed
     * @param at when it was accepted
     */
    static Verdict judge(@Nullable KnownArticle known, Article article, Instant at) {
        if (has(article, ArticleMark.CANARY)) {
            return new Verdict(What.TELL, article, List.of(), false, null);
        }
        if (known == null) {
            return first(article, at);
        }
        return has(article, ArticleMark.REMOVED) ? removed(known, article, at) : again(known, article, at);
    }

    private static Verdict first(Article article, Instant at) {
        boolean removed = has(article, ArticleMark.REMOVED);
        article.setRevision(1);
        ArticleHistory history = ArticleHistory.newBuilder()
                .setArticleId(article.getId())
                .setSightings(List.of(sighting(article, at)))
                .setRemoved(removed)
                .build();
        KnownArticle known = KnownArticle.newBuilder().setHistory(history).build();
        take(known, article, Content.of(article));
        return new Verdict(
                removed ? What.RETRACT : What.TELL,
                article,
                removed ? List.of(Change.REMOVED) : List.of(),
                true,
                known);
    }

    private static Verdict removed(KnownArticle known, Article article, Instant at) {
        if (known.getHistory().getRemoved()) {
            return new Verdict(What.DROP, article, List.of(), false, null);
        }
        known.getHistory().setRemoved(true);
        return revised(What.RETRACT, known, article, EnumSet.of(Change.REMOVED), at);
    }

    private static Verdict again(KnownArticle known, Article article, Instant at) {
        boolean sighted = see(known.getHistory(), article, at);
        Content content = Content.of(article);
        Set<Change> changes = changes(known, article, content, sighted);
        boolean unseen = !known.getVersions().contains(content.version());
        if (known.getHistory().getRemoved()) {
            known.getHistory().setRemoved(false);
            changes.add(Change.RESTORED);
        }
        if (!changes.isEmpty()) {
            take(known, article, content);
            mark(article, ArticleMark.EDITED);
            return revised(What.TELL, known, article, changes, at);
        }
        if (unseen) {
            remember(known, content.version());
        }
        return new Verdict(What.DROP, article, List.of(), sighted, sighted || unseen ? known : null);
    }

    private static Set<Change> changes(KnownArticle known, Article article, Content content, boolean sighted) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (known.getVersions().contains(content.version())) {
            return changes;
        }
        boolean another = sighted && !sourceId(article).isEmpty();
        boolean lesser = has(article, ArticleMark.TEASER) && !known.getTeaser();
        if (content.title() != known.getTitle() && !another && !lesser) {
            changes.add(Change.TITLE);
        }
        boolean shorter = another && content.textLength() < known.getTextLength();
        if (content.text() != known.getText() && !shorter && !lesser) {
            changes.add(Change.TEXT);
        }
        if (!Objects.equals(content.embargoUntil(), known.getEmbargoUntil())) {
            changes.add(Change.EMBARGO);
        }
        return changes;
    }

    private static Verdict revised(What what, KnownArticle known, Article article, Set<Change> changes, Instant at) {
        ArticleHistory history = known.getHistory();
        int number = history.getRevision() + 1;
        history.setRevision(number);
        article.setRevision(number);
        List<Change> changed = List.copyOf(changes);
        Revision revision = Revision.newBuilder()
                .setNumber(number)
                .setAt(at)
                .setChanged(changed.stream().map(Change::name).toList())
                .build();
        history.setRevisions(last(MOST_REVISIONS, history.getRevisions(), revision));
        return new Verdict(what, article, changed, true, known);
    }

    /** Notes who has it; false if that was known, or is one too many. */
    private static boolean see(ArticleHistory history, Article article, Instant at) {
        Sighting sighting = sighting(article, at);
        boolean known = history.getSightings().stream().anyMatch(other -> sameSource(other, sighting));
        if (known || history.getSightings().size() >= MOST_SIGHTINGS) {
            return false;
        }
        history.setSightings(last(MOST_SIGHTINGS, history.getSightings(), sighting));
        return true;
    }

    private static boolean sameSource(Sighting one, Sighting other) {
        return one.getSourceId().equals(other.getSourceId())
                && (!one.getSourceId().isEmpty() || Objects.equals(one.getSource(), other.getSource()));
    }

    private static Sighting sighting(Article article, Instant at) {
        Origin origin = article.getOrigin();
        String key = origin == null ? "" : origin.getItemKey();
        return Sighting.newBuilder()
                .setSourceId(sourceId(article))
                .setSource(article.getSource())
                .setItemKey(key.isEmpty() ? article.getGivenId() : key)
                .setAt(at)
                .build();
    }

    private static String sourceId(Article article) {
        Origin origin = article.getOrigin();
        return origin == null ? "" : origin.getSourceId();
    }

    private static void take(KnownArticle known, Article article, Content content) {
        known.setTitle(content.title());
        known.setText(content.text());
        known.setTextLength(content.textLength());
        known.setEmbargoUntil(content.embargoUntil());
        known.setTeaser(has(article, ArticleMark.TEASER));
        remember(known, content.version());
    }

    private static void remember(KnownArticle known, long version) {
        if (!known.getVersions().contains(version)) {
            known.setVersions(last(MOST_VERSIONS, known.getVersions(), version));
        }
    }

    private static <T> List<T> last(int most, List<T> before, T added) {
        List<T> all = new ArrayList<>(before);
        all.add(added);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static boolean has(Article article, ArticleMark mark) {
        return article.getMarks().contains(mark.name());
    }

    private static void mark(Article article, ArticleMark mark) {
        Set<String> marks = new TreeSet<>(article.getMarks());
        marks.add(mark.name());
        article.setMarks(new ArrayList<>(marks));
    }
}
