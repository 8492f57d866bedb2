package io.vedette.text.claim;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.Modality;
import io.vedette.text.Quantity;
import io.vedette.text.Span;
import io.vedette.text.When;
import io.vedette.text.claim.FieldTokens.Place;
import io.vedette.text.claim.ModalityFinder.Put;
import io.vedette.text.claim.PatternIndex.Hit;
import io.vedette.text.claim.QuantityFinder.Placed;
import io.vedette.text.claim.Subtype.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The claims of one field.  Used once. */
final class FieldClaims {

    /** What is left of an event's confidence where the sentence is about something else. */
    private static final double GOVERNED = 0.8;

    private static final double PASSING = 0.87;
    private static final double OLD = 0.75;

    /** By sentence, down to a floor: news goes first. */
    private static final double LATER = 0.98;

    private static final int LATEST = 5;

    private final ClaimLexicon lexicon;
    private final FieldTokens tokens;
    private final List<Mention> mentions;
    private final @Nullable LocalDate published;
    private final WhenFinder whens;
    private final TriggerFinder events;
    private final QuantityFinder quantities;

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
        this.quantities = new QuantityFinder(lexicon.quantities(), tokens);
        this.events = new TriggerFinder(
                lexicon.triggers(), lexicon.topics(), lexicon.actors().political(), tokens);
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
        boolean[] spoken = new boolean[attributions.size()];
        List<Claim> claims = new ArrayList<>();
        int next = 0;
        for (int s = 0; s < sentences; s++) {
            int first = next;
            while (next < attributions.size() && attributions.get(next).sentence() == s) {
                next++;
            }
            claims.addAll(events(s, first, next, typed, spoken));
        }
        for (int a = 0; a < attributions.size(); a++) {
            if (!spoken[a] && (!typed[a] || attributions.get(a).rule().isAct())) {
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

    /**
     * The events of a sentence.
     *
     * @param first its first attribution
     * @param next one past its last
     * @param typed set for attributions in whose content an event stands
     * @param spoken set for attributions whose words of saying are an event themselves: "rejected", "urged"
     */
    private List<Claim> events(int sentence, int first, int next, boolean[] typed, boolean[] spoken) {
        int from = tokens.tokens().sentenceStart(sentence);
        int to = tokens.tokens().sentenceEnd(sentence);
        List<Event> triggers = events.find(from, to, attributions.subList(first, next));
        List<Claim> claims = new ArrayList<>();
        if (triggers.isEmpty()) {
            return claims;
        }
        SentenceFinders finders = finders(sentence);
        List<List<Quantity>> numbers = quantities(from, to, triggers);
        for (int e = 0; e < triggers.size(); e++) {
            Event event = triggers.get(e);
            int by = event.cue() >= 0 ? first + event.cue() : said[event.hit().start()];
            if (event.cue() >= 0) {
                spoken[by] = true;
            } else if (by >= 0) {
                typed[by] = true;
            }
            finders.addEvent(event, by < 0 ? null : attributions.get(by), numbers.get(e), claims);
        }
        return claims;
    }

    /** The numbers of a sentence, each with the nearest event that it may say something about. */
    private List<List<Quantity>> quantities(int from, int to, List<Event> events) {
        List<List<Quantity>> found = new ArrayList<>(events.size());
        for (int e = 0; e < events.size(); e++) {
            found.add(List.of());
        }
        for (Placed placed : quantities.find(from, to)) {
            int best = nearest(placed, events);
            if (best >= 0) {
                List<Quantity> known = found.get(best);
                List<Quantity> more = known.isEmpty() ? new ArrayList<>() : known;
                more.add(placed.quantity());
                found.set(best, more);
            }
        }
        return found;
    }

    private int nearest(Placed placed, List<Event> events) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int e = 0; e < events.size(); e++) {
            Subtype subtype = events.get(e).rule().subtype();
            int start = events.get(e).hit().start();
            boolean suits =
                    subtype != null && QuantityFinder.suits(placed.quantity().kind(), subtype.type());
            int distance = Math.abs(start - placed.token());
            if (suits && said[start] == said[placed.token()] && distance < least) {
                best = e;
                least = distance;
            }
        }
        return best;
    }

    private Claim statement(Attribution attribution) {
        return finders(attribution.sentence()).statement(attribution);
    }

    private SentenceFinders finders(int sentence) {
        SentenceFinders known = finders[sentence];
        if (known == null) {
            known = new SentenceFinders(
                    sentence,
                    tokens.tokens().sentenceStart(sentence),
                    tokens.tokens().sentenceEnd(sentence));
            finders[sentence] = known;
        }
        return known;
    }

    /** What is found once for a sentence and shared by its claims. */
    private final class SentenceFinders {

        private final double weight;
        private final int from;
        private final int to;
        private final ModalityFinder modality;
        private final BackgroundFinder background;
        private final List<Dated> dates;
        private final List<Integer> actors = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();

        SentenceFinders(int sentence, int from, int to) {
            this.weight = Math.pow(LATER, Math.min(sentence, LATEST));
            this.from = from;
            this.to = to;
            this.modality = new ModalityFinder(lexicon.modality(), tokens, from, to);
            this.background = new BackgroundFinder(lexicon.background(), tokens, from, to, published);
            this.dates = whens.find(from, to);
            for (Place place : tokens.mentions(from, to)) {
                (place.mention().kind() == MentionKind.ACTOR ? actors : places).add(place.index());
            }
        }

        void addEvent(Event event, @Nullable Attribution by, List<Quantity> numbers, List<Claim> claims) {
            Hit<TriggerRule> hit = event.hit();
            TriggerRule rule = hit.rule();
            Subtype subtype = Objects.requireNonNull(rule.subtype());
            TokenSpan within = event.cue() >= 0 ? new TokenSpan(from, to) : within(by);
            Put put = modality.of(hit.start(), hit.end(), within, otherwise(event, by));
            Modality how = put.modality();
            double confidence = rule.confidence()
                    * weight
                    * (event.governor() != null ? GOVERNED : 1)
                    * (event.passing() ? PASSING : 1);
            Span trigger = tokens.span(hit.start(), hit.end());
            String name = subtype.name() + ": " + rule.pattern();
            claims.add(
                    claim(subtype, confidence, put, hit.start(), hit.end(), trigger, by, name, event.roles(), numbers));
            Subtype intent = how == Modality.FUTURE && event.governor() == null ? intent(subtype, event) : null;
            if (intent != null) {
                double more = Math.min(1, confidence / 0.9);
                String why = intent.name() + ": " + subtype.name() + " announced";
                claims.add(claim(
                        intent,
                        more,
                        new Put(Modality.ASSERTED, null),
                        hit.start(),
                        hit.end(),
                        trigger,
                        by,
                        why,
                        event.roles(),
                        List.of()));
            }
        }

        /** How an event is put where no words near it say anything: by its rule, by the act that names it, by its source. */
        private Modality otherwise(Event event, @Nullable Attribution by) {
            Modality said = event.rule().modality();
            if (said != null || event.cue() >= 0) {
                return said == null ? Modality.ASSERTED : said;
            }
            Modality attributed = by == null ? Modality.ASSERTED : by.rule().modality();
            ClaimType governor = event.governor();
            if (governor == null || attributed != Modality.ASSERTED) {
                return attributed;
            }
            return switch (governor) {
                case DEMAND, THREAT, AGREEMENT_SUPPORT -> Modality.FUTURE;
                case DENIAL -> Modality.DENIED;
                case ACCUSATION -> by == null ? Modality.POSSIBLE : Modality.ASSERTED;
                default -> attributed;
            };
        }

        private static @Nullable String context(Put put, @Nullable String old) {
            String how = put.by() == null ? null : put.modality() + ": \"" + put.by() + "\"";
            String history = old == null ? null : "background: \"" + old + "\"";
            return how == null ? history : history == null ? how : how + ", " + history;
        }

        /** What announcing the event amounts to: a promise or a threat of whoever will do it. */
        private @Nullable Subtype intent(Subtype subtype, Event event) {
            if (event.rule().act()
                    || event.roles().agent() == null
                    || event.roles().passive()) {
                return null;
            }
            boolean condition = false;
            for (int i = event.hit().end(); i < to; i++) {
                condition |= tokens.is(i, "unless");
            }
            return condition || subtype.tone() == Tone.HOSTILE
                    ? lexicon.threat()
                    : subtype.tone() == Tone.COOPERATIVE ? lexicon.promise() : null;
        }

        Claim statement(Attribution by) {
            CueRule rule = by.rule();
            boolean denial = rule.subtype().type() == ClaimType.DENIAL;
            return claim(
                    rule.subtype(),
                    rule.confidence() * weight,
                    new Put(denial ? Modality.ASSERTED : rule.modality(), null),
                    by.cueStart(),
                    by.cueEnd(),
                    null,
                    by,
                    "cue: " + rule.pattern(),
                    rolesOf(by),
                    List.of());
        }

        /** Of an act of speech its source is the agent, and the target whom it names first: "accused Iran of ...". */
        private Roles rolesOf(Attribution by) {
            if (!by.rule().isAct()) {
                return Roles.UNKNOWN;
            }
            NounPhrase source = by.source();
            Chunk agent = source == null ? null : new Chunk(source.start(), source.end());
            boolean follows = by.contentStart() >= by.cueEnd();
            return new Roles(agent, follows ? Chunk.after(tokens, by.cueEnd(), to) : null, false, false);
        }

        private TokenSpan within(@Nullable Attribution by) {
            return by == null ? new TokenSpan(from, to) : new TokenSpan(by.contentStart(), by.contentEnd());
        }

        private Claim claim(
                Subtype subtype,
                double confidence,
                Put put,
                int start,
                int end,
                @Nullable Span trigger,
                @Nullable Attribution by,
                String rule,
                Roles roles,
                List<Quantity> numbers) {
            When when = nearest(start, said[start]);
            Span sentence = tokens.span(from, to);
            Integer speaker = by == null ? null : by.speaker();
            String old = background.why(start, end, when);
            return new Claim(
                    tokens.field(),
                    sentence.start(),
                    sentence.end(),
                    subtype.type(),
                    subtype.name(),
                    subtype.plover(),
                    subtype.cameo(),
                    subtype.acled(),
                    put.modality(),
                    old != null,
                    when,
                    Math.round(confidence * (old != null ? OLD : 1) * 1000) / 1000.0,
                    trigger,
                    by == null || by.source() == null
                            ? null
                            : tokens.span(by.source().start(), by.source().end()),
                    speaker,
                    speaker == null ? null : mentions.get(speaker).entityId(),
                    by == null ? null : tokens.span(by.cueStart(), by.cueEnd()),
                    by == null ? null : tokens.span(by.contentStart(), by.contentEnd()),
                    actors,
                    places,
                    rule,
                    actorsIn(roles.agent()),
                    actorsIn(roles.target()),
                    numbers,
                    null,
                    List.of(),
                    context(put, old));
        }

        private List<Integer> actorsIn(@Nullable Chunk chunk) {
            if (chunk == null) {
                return List.of();
            }
            List<Integer> found = new ArrayList<>();
            for (Place place : tokens.mentions(chunk.start(), chunk.end())) {
                if (place.end() <= chunk.end()) {
                    found.add(place.index());
                }
            }
            return found;
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
