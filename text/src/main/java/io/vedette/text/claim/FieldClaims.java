package io.vedette.text.claim;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.Modality;
import io.vedette.text.Span;
import io.vedette.text.When;
import io.vedette.text.claim.FieldTokens.Place;
import io.vedette.text.claim.PatternIndex.Hit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The claims of one field.  Used once. */
final class FieldClaims {

    /** What an act of speech is even where it names an event: "threatened to bomb" is a threat beside the bombing. */
    private static final Set<ClaimType> ACTS = EnumSet.of(ClaimType.THREAT, ClaimType.DEMAND);

    private final ClaimLexicon lexicon;
    private final FieldTokens tokens;
    private final List<Mention> mentions;
    private final @Nullable LocalDate published;
    private final WhenFinder whens;

    /** By token: which attribution's content it stands in, -1 for none; of several the innermost. */
    private final int[] said;

    private final @Nullable SentenceFinders[] finders;
    private final List<Attribution> attributions = new ArrayList<>();

    FieldClaims(ClaimLexicon lexicon, FieldTokens tokens, List<Mention> mentions, @Nullable LocalDate published) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.mentions = mentions;
        this.published = published;
        this.whens = new WhenFinder(tokens, published);
        this.said = new int[tokens.tokens().count()];
        Arrays.fill(said, -1);
        this.finders = new @Nullable SentenceFinders[tokens.tokens().sentences()];
    }

    List<Claim> find() {
        int sentences = tokens.tokens().sentences();
        AttributionFinder finder = new AttributionFinder(lexicon.cues(), tokens, new Quotations(tokens));
        for (int s = 0; s < sentences; s++) {
            attributions.addAll(finder.find(s));
        }
        markWhatIsSaid();
        boolean[] typed = new boolean[attributions.size()];
        List<Claim> claims = new ArrayList<>();
        int next = 0;
        for (int s = 0; s < sentences; s++) {
            int first = next;
            while (next < attributions.size() && attributions.get(next).sentence() == s) {
                next++;
            }
            claims.addAll(events(s, attributions.subList(first, next), typed));
        }
        for (int a = 0; a < attributions.size(); a++) {
            if (!typed[a] || ACTS.contains(attributions.get(a).rule().subtype().type())) {
                claims.add(statement(attributions.get(a)));
            }
        }
        claims.sort(Comparator.comparingInt(Claim::start));
        return claims;
    }

    private void markWhatIsSaid() {
        List<Integer> longestFirst = new ArrayList<>();
        for (int a = 0; a < attributions.size(); a++) {
            longestFirst.add(a);
        }
        longestFirst.sort(Comparator.comparingInt(a -> -attributions.get(a).contentLength()));
        for (int a : longestFirst) {
            Arrays.fill(
                    said,
                    attributions.get(a).contentStart(),
                    attributions.get(a).contentEnd(),
                    a);
        }
    }

    private List<Claim> events(int sentence, List<Attribution> here, boolean[] typed) {
        int from = tokens.tokens().sentenceStart(sentence);
        int to = tokens.tokens().sentenceEnd(sentence);
        List<Hit<TriggerRule>> triggers = new TriggerFinder(lexicon.triggers(), tokens).find(from, to, here);
        List<Claim> claims = new ArrayList<>();
        if (triggers.isEmpty()) {
            return claims;
        }
        SentenceFinders finders = finders(sentence);
        for (Hit<TriggerRule> hit : triggers) {
            int by = said[hit.start()];
            if (by >= 0) {
                typed[by] = true;
            }
            claims.add(finders.event(hit, by < 0 ? null : attributions.get(by)));
        }
        return claims;
    }

    private Claim statement(Attribution attribution) {
        return finders(attribution.sentence()).statement(attribution);
    }

    private SentenceFinders finders(int sentence) {
        SentenceFinders known = finders[sentence];
        if (known == null) {
            known = new SentenceFinders(
                    tokens.tokens().sentenceStart(sentence), tokens.tokens().sentenceEnd(sentence));
            finders[sentence] = known;
        }
        return known;
    }

    /** What is found once for a sentence and shared by its claims. */
    private final class SentenceFinders {

        private final int from;
        private final int to;
        private final ModalityFinder modality;
        private final BackgroundFinder background;
        private final List<Dated> dates;
        private final List<Integer> actors = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();

        SentenceFinders(int from, int to) {
            this.from = from;
            this.to = to;
            this.modality = new ModalityFinder(lexicon.modality(), tokens, from, to);
            this.background = new BackgroundFinder(lexicon.background(), tokens, from, to, published);
            this.dates = whens.find(from, to);
            for (Place place : tokens.mentions(from, to)) {
                (place.mention().kind() == MentionKind.ACTOR ? actors : places).add(place.index());
            }
        }

        Claim event(Hit<TriggerRule> hit, @Nullable Attribution by) {
            TriggerRule rule = hit.rule();
            Subtype subtype = Objects.requireNonNull(rule.subtype());
            Modality otherwise = rule.modality() != null
                    ? rule.modality()
                    : by == null ? Modality.ASSERTED : by.rule().modality();
            Modality how = modality.of(hit.start(), hit.end(), within(by), otherwise);
            return claim(
                    subtype,
                    rule.confidence(),
                    how,
                    hit.start(),
                    hit.end(),
                    tokens.span(hit.start(), hit.end()),
                    by,
                    subtype.name() + ": " + rule.pattern());
        }

        Claim statement(Attribution by) {
            CueRule rule = by.rule();
            boolean denial = rule.subtype().type() == ClaimType.DENIAL;
            return claim(
                    rule.subtype(),
                    rule.confidence(),
                    denial ? Modality.ASSERTED : rule.modality(),
                    by.cueStart(),
                    by.cueEnd(),
                    null,
                    by,
                    "cue: " + rule.pattern());
        }

        private TokenSpan within(@Nullable Attribution by) {
            return by == null ? new TokenSpan(from, to) : new TokenSpan(by.contentStart(), by.contentEnd());
        }

        private Claim claim(
                Subtype subtype,
                double confidence,
                Modality how,
                int start,
                int end,
                @Nullable Span trigger,
                @Nullable Attribution by,
                String rule) {
            When when = nearest(start, said[start]);
            Span sentence = tokens.span(from, to);
            Integer speaker = by == null ? null : by.speaker();
            return new Claim(
                    tokens.field(),
                    sentence.start(),
                    sentence.end(),
                    subtype.type(),
                    subtype.name(),
                    subtype.plover(),
                    subtype.cameo(),
                    subtype.acled(),
                    how,
                    background.isBackground(start, end, when),
                    when,
                    confidence,
                    trigger,
                    by == null
                            ? null
                            : tokens.span(by.source().start(), by.source().end()),
                    speaker,
                    speaker == null ? null : mentions.get(speaker).entityId(),
                    by == null ? null : tokens.span(by.cueStart(), by.cueEnd()),
                    by == null ? null : tokens.span(by.contentStart(), by.contentEnd()),
                    actors,
                    places,
                    rule);
        }

        /** The date nearest to an event that stands in the same content: "said on Monday" dates the saying. */
        private @Nullable When nearest(int start, int by) {
            Dated best = null;
            for (Dated dated : dates) {
                boolean same = said[dated.start()] == by;
                if (same && (best == null || Math.abs(dated.start() - start) < Math.abs(best.start() - start))) {
                    best = dated;
                }
            }
            return best == null ? null : best.when();
        }
    }
}
