package io.vedette.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that names an actor or a place.
 *
 * @param field where it stands
 * @param start first code unit
 * @param end one past the last
 * @param text the words as they stand there
 * @param type what it names; its kind follows from it
 * @param entityId the gazetteer's id; null when recognised by pattern and not known
 * @param name the entity's usual English name; null when it is not known
 * @param confidence from 0 to 1
 * @param alias the alias that matched, as the gazetteer writes it; null when a pattern did
 * @param rule which rule decided, for explanations
 * @param location where it is; places only
 * @param country ISO 3166-1 alpha-2 of the place, or of the state an actor belongs to; null if none or unknown
 * @param alternatives what it may mean instead, best first; empty when nothing came close
 * @param context what in the text or about it decided between candidates, in words for a reader: {@code "Ohio" follows};
 *     null when nothing but the name did
 * @param transliterated whether {@link #name} is not a known name but the words in Latin letters
 */
public record Mention(
        Field field,
        int start,
        int end,
        String text,
        MentionType type,
        @Nullable String entityId,
        @Nullable String name,
        double confidence,
        @Nullable String alias,
        String rule,
        @Nullable Location location,
        @Nullable String country,
        List<Alternative> alternatives,
        @Nullable String context,
        boolean transliterated) {

    public Mention {
        alternatives = List.copyOf(alternatives);
    }

    /** A mention that its name alone decides. */
    public Mention(
            Field field,
            int start,
            int end,
            String text,
            MentionType type,
            @Nullable String entityId,
            @Nullable String name,
            double confidence,
            @Nullable String alias,
            String rule,
            @Nullable Location location,
            @Nullable String country) {
        this(
                field,
                start,
                end,
                text,
                type,
                entityId,
                name,
                confidence,
                alias,
                rule,
                location,
                country,
                List.of(),
                null,
                false);
    }

    public MentionKind kind() {
        return type.kind();
    }

    public Span span() {
        return new Span(start, end);
    }
}
