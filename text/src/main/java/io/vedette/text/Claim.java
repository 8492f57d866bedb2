package io.vedette.text;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that reports something: what, who says so, and how.
 *
 * @param field where it stands
 * @param start the sentence's first code unit
 * @param end one past the sentence's last
 * @param type what it reports
 * @param subtype a finer type of the claim lexicon; null if none fits
 * @param plover PLOVER's event type for the subtype; null where that scheme has no such thing
 * @param cameo CAMEO's code for the subtype; null where that scheme has no such thing
 * @param acled ACLED's sub-event type for the subtype; null where that scheme has no such thing
 * @param modality asserted, denied, possible, future or conditional
 * @param background whether it is history, recap or anniversary, and so no news
 * @param when when it happened; null if unsaid
 * @param confidence from 0 to 1
 * @param trigger the words that decided the type; null for a statement with no typed event
 * @param source the words that say who says so, a pronoun included; null when the article itself does
 * @param sourceMention index into the mentions of whom these words stand for; null where unknown
 * @param sourceEntityId the gazetteer's id of whom these words stand for; null where unknown
 * @param cue the words of saying: "according to", "claimed", "denied that"; null without a source
 * @param content what is said, one span from the first to the last word; null without a source
 * @param actors indexes into the mentions
 * @param places indexes into the mentions
 * @param rule which rule of the lexicon decided, for explanations
 * @param agents indexes into the mentions of those who do it; empty where the sentence does not tell
 * @param targets indexes into the mentions of those to whom it is done; empty where the sentence does not tell
 * @param quantities the numbers that belong to it: casualties, sums, things
 * @param about index into the claims of what a denial or an accusation is about; null for other types or where it names
 *     no event
 * @param conflicts indexes into the claims of those that say the opposite of this one, on the word of another source
 * @param context what decided the modality, the background and the roles, in words for a reader; null when nothing but
 *     the rule did
 */
public record Claim(
        Field field,
        int start,
        int end,
        ClaimType type,
        @Nullable String subtype,
        @Nullable String plover,
        @Nullable String cameo,
        @Nullable String acled,
        Modality modality,
        boolean background,
        @Nullable When when,
        double confidence,
        @Nullable Span trigger,
        @Nullable Span source,
        @Nullable Integer sourceMention,
        @Nullable String sourceEntityId,
        @Nullable Span cue,
        @Nullable Span content,
        List<Integer> actors,
        List<Integer> places,
        String rule,
        List<Integer> agents,
        List<Integer> targets,
        List<Quantity> quantities,
        @Nullable Integer about,
        List<Integer> conflicts,
        @Nullable String context) {

    public Claim {
        actors = List.copyOf(actors);
        places = List.copyOf(places);
        agents = List.copyOf(agents);
        targets = List.copyOf(targets);
        quantities = List.copyOf(quantities);
        conflicts = List.copyOf(conflicts);
    }

    /** A claim without roles, numbers and relations to others. */
    public Claim(
            Field field,
            int start,
            int end,
            ClaimType type,
            @Nullable String subtype,
            @Nullable String plover,
            @Nullable String cameo,
            @Nullable String acled,
            Modality modality,
            boolean background,
            @Nullable When when,
            double confidence,
            @Nullable Span trigger,
            @Nullable Span source,
            @Nullable Integer sourceMention,
            @Nullable String sourceEntityId,
            @Nullable Span cue,
            @Nullable Span content,
            List<Integer> actors,
            List<Integer> places,
            String rule) {
        this(
                field,
                start,
                end,
                type,
                subtype,
                plover,
                cameo,
                acled,
                modality,
                background,
                when,
                confidence,
                trigger,
                source,
                sourceMention,
                sourceEntityId,
                cue,
                content,
                actors,
                places,
                rule,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
    }

    /**
     * The same claim where mentions have moved.
     *
     * @param position from the index that a mention had to the one that it has
     */
    public Claim renumbered(UnaryOperator<Integer> position) {
        return new Claim(
                field,
                start,
                end,
                type,
                subtype,
                plover,
                cameo,
                acled,
                modality,
                background,
                when,
                confidence,
                trigger,
                source,
                sourceMention == null ? null : position.apply(sourceMention),
                sourceEntityId,
                cue,
                content,
                actors.stream().map(position).toList(),
                places.stream().map(position).toList(),
                rule,
                agents.stream().map(position).toList(),
                targets.stream().map(position).toList(),
                quantities,
                about,
                conflicts,
                context);
    }

    /** The same claim in its relations to others of the article. */
    public Claim related(@Nullable Integer about, List<Integer> conflicts) {
        return new Claim(
                field,
                start,
                end,
                type,
                subtype,
                plover,
                cameo,
                acled,
                modality,
                background,
                when,
                confidence,
                trigger,
                source,
                sourceMention,
                sourceEntityId,
                cue,
                content,
                actors,
                places,
                rule,
                agents,
                targets,
                quantities,
                about,
                conflicts,
                context);
    }
}
