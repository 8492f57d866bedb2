package io.vedette.text.article;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article fit to be written, tagged and compared.  Immutable; safe to use from many threads; linear in the
 * length of the article.
 *
 * <p>Cleaning what has been cleaned, at the same time or later, changes nothing: ingest and enrich may both do it.
 */
public final class ArticleCleaner {

    /** Where a text is cut unless configuration says otherwise: 256 KB of UTF-8. */
    public static final int DEFAULT_TEXT_BYTES = 256 * 1024;

    private static final int TITLE_BYTES = 4 * 1024;
    private static final int NAME_BYTES = 1024;

    /** How far a producer's clock may run ahead of ours before its time of fetching is not believed. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private final int textBytes;

    /**
     * @param textBytes the most bytes of UTF-8 that a text keeps; at least 1
     */
    public ArticleCleaner(int textBytes) {
        if (textBytes < 1) {
            throw new IllegalArgumentException("the limit of a text must be at least 1 byte, not " + textBytes);
        }
        this.textBytes = textBytes;
    }

    /**
     * Cleans one article.
     *
     * @param raw as it was given
     * @param now when it is accepted: the clock's time at a source, the record's timestamp in a topology
     * @return a {@link CleanedArticle}, or a {@link Refusal} if no text is left; an article that is {@linkplain
     *     ArticleMark#REMOVED gone} needs only an address
     */
    public Cleaning clean(RawArticle raw, Instant now) {
        Set<ArticleMark> marks = EnumSet.noneOf(ArticleMark.class);
        marks.addAll(raw.marks());
        String text = marked(CleanText.of(raw.text() == null ? "" : raw.text(), textBytes), marks);
        String url = raw.url() == null ? null : CanonicalUrl.of(raw.url()).orElse(null);
        if (text == null && url != null && marks.contains(ArticleMark.REMOVED)) {
            text = "";
        }
        if (text == null) {
            return new Refusal(Refusal.Reason.EMPTY_TEXT, "text is empty: an article needs a text");
        }
        Instant fetched = fetched(raw.fetched(), now);
        return new CleanedArticle(
                ArticleId.of(url, text),
                text,
                line(raw.givenId(), NAME_BYTES, marks),
                line(raw.title(), TITLE_BYTES, marks),
                url,
                line(raw.source(), NAME_BYTES, marks),
                line(raw.author(), NAME_BYTES, marks),
                languageTag(raw.language()),
                published(raw.published(), fetched, marks),
                fetched,
                raw.embargoUntil(),
                marks);
    }

    private static Instant fetched(@Nullable Instant given, Instant now) {
        Instant fetched = given == null || given.isAfter(now.plus(CLOCK_SKEW)) ? now : given;
        return fetched.truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable Instant published(@Nullable Instant given, Instant fetched, Set<ArticleMark> marks) {
        if (given == null) {
            if (marks.contains(ArticleMark.DATE_UNREADABLE)) {
                return null;
            }
            marks.add(ArticleMark.DATE_ASSUMED);
            return fetched;
        }
        if (given.isAfter(fetched)) {
            marks.add(ArticleMark.DATE_CLAMPED);
            return fetched;
        }
        return given.truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable String languageTag(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String tag = Locale.forLanguageTag(given.strip().replace('_', '-')).toLanguageTag();
        return tag.equals("und") ? null : tag;
    }

    private static @Nullable String line(@Nullable String given, int limit, Set<ArticleMark> marks) {
        return given == null ? null : marked(CleanText.line(given, limit), marks);
    }

    private static @Nullable String marked(CleanText clean, Set<ArticleMark> marks) {
        if (clean.cleaned()) {
            marks.add(ArticleMark.CLEANED);
        }
        if (clean.truncated()) {
            marks.add(ArticleMark.TRUNCATED);
        }
        return clean.text().isEmpty() ? null : clean.text();
    }
}
