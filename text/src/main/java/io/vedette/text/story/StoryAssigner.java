package io.vedette.text.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each article its story, one after the other: the same stories whenever the same articles come in the same order,
 * restarts in between or not.
 *
 * <p>A copy of a text that is remembered belongs to that text's story.  Any other article belongs to the story that it is
 * most similar to, if it is similar enough, and more so than to others: where several stories are about as similar, what
 * it shares with them is a topic and no event.  Otherwise it begins a story.  Single-pass clustering with a centroid for
 * each story, as in topic detection and tracking (Allan, Papka and Lavrenko, 1998).
 *
 * <p>An article that repeats another by its own account is no independent text, whether that other is remembered or not,
 * and even if its wording is not that of any text that is.
 *
 * <p>The cost of an article is bounded, however many stories there are; so is what is remembered.  Not thread-safe.
 */
public final class StoryAssigner {

    /** The stories from the third to the sixth most similar show how similar an article is to a mere topic. */
    private static final int OTHERS_FROM = 2;

    private static final int OTHERS = 4;

    /** How much more similar an article has to be to a story of many articles, which is known better, than to one of one. */
    private static final double GROWTH = 0.6;

    /** How much more similar than an article two stories have to be to be linked. */
    private static final double LINK = 3;

    private static final int MOST_ARTICLES_KNOWN = 10_000_000;
    private static final int EXPIRED_AT_A_TIME = 4;

    private final StorySettings settings;
    private final StoryLog log;
    private final TermFrequencies frequencies = new TermFrequencies();
    private final Candidates candidates = new Candidates();
    private final StoryShelf shelf;
    private Rows.Meta meta = new Rows.Meta();

    /** One that knows what is in the log, which takes a few seconds for a million stories. */
    public StoryAssigner(StorySettings settings, StoryLog log) {
        this.settings = settings;
        this.log = log;
        this.shelf = new StoryShelf(log);
        restore();
    }

    private void restore() {
        List<Story> stories = new ArrayList<>();
        log.scan(Rows.META, (key, row) -> meta = Rows.meta(row));
        log.scan(Rows.TERMS, (key, row) -> frequencies.add(Rows.terms(row)));
        log.scan(Rows.STORY, (key, row) -> stories.add(Rows.story(Rows.number(key), row)));
        log.scan(Rows.TEXT, (key, row) -> of(stories, Rows.number(key)).texts.add(Rows.text(row)));
        shelf.restore(stories);
    }

    /** By its ordinal, in which order they are. */
    private static Story of(List<Story> stories, int ordinal) {
        int low = 0;
        int high = stories.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stories.get(middle).ordinal < ordinal) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return stories.get(low);
    }

    /** How many stories are remembered. */
    public int stories() {
        return shelf.size();
    }

    /**
     * The story of an article.
     *
     * @param articleId one that was given before within the window gets the same answer again
     * @param fingerprint of the article
     * @param acceptedAt when Vedette accepted it: the time that the window counts
     */
    public Assignment assign(String articleId, Fingerprint fingerprint, Instant acceptedAt) {
        byte[] before = log.get(Rows.articleKey(articleId));
        if (before != null) {
            return Rows.assignment(before);
        }
        meta.streamTime = Math.max(meta.streamTime, acceptedAt.toEpochMilli());
        shelf.expire(meta.streamTime, settings.window(), settings.mostStories());
        Article article = new Article(
                articleId,
                fingerprint,
                new ArticleTerms(fingerprint),
                acceptedAt.toEpochMilli(),
                date(fingerprint, acceptedAt));
        Assignment made = assign(article);
        remember(article, made);
        return made;
    }

    private record Article(String id, Fingerprint fingerprint, ArticleTerms terms, long time, long date) {}

    /** The earlier of publication and acceptance. */
    private static long date(Fingerprint fingerprint, Instant acceptedAt) {
        Instant published = fingerprint.published();
        return published != null && published.isBefore(acceptedAt)
                ? published.toEpochMilli()
                : acceptedAt.toEpochMilli();
    }

    private Assignment assign(Article article) {
        List<Scored> found = score(article);
        Copy copy = copy(article, found);
        Scored best = copy == null ? best(found) : null;
        Story story = copy != null ? copy.story : best != null ? best.story : begin(article);
        if (best != null) {
            link(best, found);
        }
        return add(article, story, copy == null ? null : copy.original);
    }

    private record Scored(Story story, double score) {}

    /** The most similar one first. */
    private List<Scored> score(Article article) {
        List<Scored> scored = new ArrayList<>(Candidates.MOST);
        for (int ordinal : candidates.find(article.terms, frequencies, shelf.index())) {
            Story story = shelf.get(ordinal);
            if (story != null
                    && Math.abs(story.published - article.date)
                            <= settings.window().toMillis()) {
                scored.add(new Scored(story, Similarity.of(article.terms, story, frequencies)));
            }
        }
        scored.sort((a, b) -> Double.compare(b.score, a.score));
        return scored;
    }

    private record Copy(Story story, OriginalText original, double overlap) {}

    private @Nullable Copy copy(Article article, List<Scored> found) {
        Copy copy = null;
        for (Scored candidate : found) {
            for (OriginalText text : candidate.story.texts) {
                double overlap = text.sketch().overlap(article.fingerprint.sketch());
                if (overlap >= settings.copyThreshold() && (copy == null || overlap > copy.overlap)) {
                    copy = new Copy(candidate.story, text, overlap);
                }
            }
        }
        return copy;
    }

    private @Nullable Scored best(List<Scored> found) {
        if (found.isEmpty()) {
            return null;
        }
        double others = 0;
        for (int i = OTHERS_FROM; i < Math.min(found.size(), OTHERS_FROM + OTHERS); i++) {
            others += Math.max(0, found.get(i).score) / OTHERS;
        }
        Scored best = found.get(0);
        return best.score - others >= required(best.story) ? best : null;
    }

    private double required(Story story) {
        return settings.threshold() * (1 + GROWTH * (1 - 1 / Math.sqrt(story.articles)));
    }

    private Story begin(Article article) {
        return new Story(meta.nextOrdinal++, StoryId.of(article.id));
    }

    /** Two stories that an article belongs to equally well turn out to be one, if they are similar themselves. */
    private void link(Scored best, List<Scored> found) {
        if (found.size() < 2) {
            return;
        }
        Scored second = found.get(1);
        if (second.score < required(second.story) || best.story.articles < 2 || second.story.articles < 2) {
            return;
        }
        double similarity = Similarity.of(new ArticleTerms(second.story), best.story, frequencies);
        if (similarity >= LINK * settings.threshold()
                && best.story.addLink(second.story.id)
                && second.story.addLink(best.story.id)) {
            shelf.save(second.story);
        }
    }

    private Assignment add(Article article, Story story, @Nullable OriginalText copied) {
        story.add(article.terms);
        story.articles++;
        story.addOutlet(article.fingerprint.outlet());
        story.lastTime = Math.max(story.lastTime, article.time);
        story.published = story.articles == 1 ? article.date : Math.max(story.published, article.date);
        story.lastSequence = meta.sequence;
        List<Contradiction> contradictions = story.addClaims(article.id, article.fingerprint.claims());
        shelf.index(story, article.terms, frequencies);
        String forwarded = article.fingerprint.forwardOf();
        if (copied == null && forwarded == null) {
            shelf.saveText(story, story.addText(new OriginalText(article.id, article.fingerprint.sketch())));
        }
        shelf.touch(story);
        return new Assignment(
                story.id,
                copied == null ? forwarded : copied.articleId(),
                story.articles,
                Math.max(1, story.outlets.length),
                Math.max(1, story.independentTexts),
                story.links,
                contradictions);
    }

    private void remember(Article article, Assignment made) {
        countTerms(article.fingerprint.terms());
        log.put(Rows.articleKey(article.id), Rows.assignment(made));
        log.put(Rows.arrivalKey(meta.sequence), Rows.arrival(new Rows.Arrival(article.time, article.id)));
        meta.sequence++;
        forgetArticles();
        log.put(Rows.metaKey(), Rows.meta(meta));
    }

    private void countTerms(int[] terms) {
        byte[] key = Rows.termsKey((int) (meta.sequence % settings.background()));
        byte[] oldest = log.get(key);
        if (oldest != null) {
            frequencies.remove(Rows.terms(oldest));
        }
        frequencies.add(terms);
        log.put(key, Rows.terms(terms));
    }

    private void forgetArticles() {
        for (int i = 0; i < EXPIRED_AT_A_TIME && meta.oldestArrival < meta.sequence; i++) {
            byte[] row = log.get(Rows.arrivalKey(meta.oldestArrival));
            if (row != null) {
                Rows.Arrival arrival = Rows.arrival(row);
                boolean old =
                        arrival.time() < meta.streamTime - settings.window().toMillis();
                if (!old && meta.sequence - meta.oldestArrival <= MOST_ARTICLES_KNOWN) {
                    return;
                }
                log.delete(Rows.articleKey(arrival.articleId()));
                log.delete(Rows.arrivalKey(meta.oldestArrival));
            }
            meta.oldestArrival++;
        }
    }
}
