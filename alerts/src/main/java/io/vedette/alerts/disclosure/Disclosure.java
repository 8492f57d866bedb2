package io.vedette.alerts.disclosure;

import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Mention;
import io.vedette.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of texts what may not leave Vedette.  Immutable.
 *
 * @param snippetLimit how long a snippet of a restricted text may be, in UTF-16 code units
 */
public record Disclosure(int snippetLimit) {

    /** As the documentation has it. */
    public static final Disclosure DEFAULT = new Disclosure(200);

    private static final String BODY = "BODY";

    /**
     * An article as it may be shown: its text cut, or left out, and with it the words of mentions that stand where nothing is
     * shown.  What was found in it stays.
     *
     * @return the article itself where all of it may be shown, or else a copy
     */
    public EnrichedArticle of(EnrichedArticle enriched) {
        TextDelivery delivery = TextDelivery.of(enriched.getArticle());
        if (delivery == TextDelivery.FULL) {
            return enriched;
        }
        EnrichedArticle shown = EnrichedArticle.newBuilder(enriched).build();
        String text = beginning(enriched.getArticle().getText(), delivery, snippetLimit);
        shown.getArticle().setText(text);
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : shown.getMentions()) {
            if (mention.getField().equals(BODY) && mention.getEnd() > text.length()) {
                mention.setText("");
                mention.setContext(null);
            }
            mentions.add(mention);
        }
        shown.setMentions(mentions);
        for (Claim claim : shown.getClaims()) {
            if (claim.getField().equals(BODY) && claim.getEnd() > text.length()) {
                claim.setWhenWords(null);
                claim.setContext(null);
            }
        }
        return shown;
    }

    /** The beginning of a text: at most so much, and of a restricted one no more than may be shown. */
    public String beginning(String text, TextDelivery delivery, int most) {
        return switch (delivery) {
            case FULL -> cut(text, most);
            case SNIPPET -> cut(text, Math.min(most, snippetLimit));
            case NONE -> "";
        };
    }

    /** A piece of the body of an article: all of it, its beginning, or nothing. */
    public @Nullable String piece(@Nullable String words, TextDelivery delivery) {
        return words == null ? null : beginning(words, delivery, Integer.MAX_VALUE);
    }

    /**
     * What may be shown around words.
     *
     * @param around the sentence, say
     * @param start of the words
     * @param end of the words
     */
    public Span snippet(String text, Span around, int start, int end, TextDelivery delivery) {
        if (delivery == TextDelivery.FULL) {
            return around;
        }
        if (delivery == TextDelivery.NONE) {
            return new Span(start, start);
        }
        int margin = Math.max(0, snippetLimit - (end - start)) / 2;
        int from = Math.max(around.start(), start - margin);
        int to = Math.min(around.end(), from + snippetLimit);
        return new Span(insideCharacter(text, from) ? from + 1 : from, insideCharacter(text, to) ? to - 1 : to);
    }

    private static String cut(String text, int most) {
        int end = Math.min(most, text.length());
        return text.substring(0, insideCharacter(text, end) ? end - 1 : end);
    }

    private static boolean insideCharacter(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
    }
}
