package io.vedette.alerts.disclosure;

import io.vedette.schemas.Article;
import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Mention;
import org.jspecify.annotations.Nullable;

/**
 * The words of a claim of an article, as far as they may be shown: of a title always, of a restricted text their beginning
 * or nothing.
 *
 * @param claim one of that article's
 */
public record ClaimWords(EnrichedArticle enriched, Claim claim, Disclosure disclosure) {

    private static final String TITLE = "TITLE";

    /** The sentence that makes it; may be empty. */
    public String sentence() {
        return between(claim.getStart(), claim.getEnd());
    }

    /** Words of the field in which it stands; what lies outside of it is left out. */
    public String between(int start, int end) {
        Article article = enriched.getArticle();
        String title = article.getTitle() == null ? "" : article.getTitle();
        String text = inTitle() ? title : article.getText();
        int last = Math.min(end, text.length());
        String words = text.substring(Math.min(start, last), last);
        return inTitle() ? words : shown(words);
    }

    /** The words that say who says so; null when the article itself does. */
    public @Nullable String said() {
        Integer start = claim.getSourceStart();
        Integer end = claim.getSourceEnd();
        return start == null || end == null ? null : between(start, end);
    }

    /** The words that say when it happened; null for none. */
    public @Nullable String whenWords() {
        return quoted(claim.getWhenWords());
    }

    /** What decided how sure it is; null for nothing. */
    public @Nullable String context() {
        return quoted(claim.getContext());
    }

    /** How the article names somebody or something. */
    public String words(Mention mention) {
        return mention.getField().equals(TITLE) ? mention.getText() : shown(mention.getText());
    }

    private boolean inTitle() {
        return claim.getField().equals(TITLE);
    }

    private @Nullable String quoted(@Nullable String words) {
        return words == null || inTitle() ? words : shown(words);
    }

    private String shown(String words) {
        return disclosure.beginning(words, TextDelivery.of(enriched.getArticle()), Integer.MAX_VALUE);
    }
}
