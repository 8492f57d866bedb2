package io.vedette.text.watch.query;

import io.vedette.text.ClaimType;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.QuantityKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of one article, as the parser leaves it.  Immutable.
 *
 * <p>An expression is held against a <em>scope</em>: the whole article at first, one sentence inside {@code SENTENCE(…)}, one
 * claim inside {@code claim(…)}.  A clause holds when what it asks for stands in the scope.  Words are those of the
 * article's title and body, numbered through; a <em>place</em> in the text is a run of them.
 */
public sealed interface Expression {

    /** True when each part is. */
    record All(List<Expression> parts) implements Expression {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** True when at least one part is. */
    record Any(List<Expression> parts) implements Expression {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** True when the part is not. */
    record Not(Expression part) implements Expression {}

    /** True when there is one sentence, one paragraph or a title in the scope for which, taken alone, the part is true. */
    record Within(Stretch stretch, Expression part) implements Expression {}

    /** A stretch of text that is taken alone. */
    enum Stretch {
        SENTENCE,
        PARAGRAPH,
        TITLE
    }

    /**
     * True when both parts stand in one field with at most {@code distance} words between them and none in common.  It
     * stands where both stand: from the first word of one to the last of the other.  The parts are clauses that stand
     * somewhere, any of such, or again near: see {@link #standsSomewhere}.
     *
     * @param ordered whether left comes before right
     */
    record Near(Expression left, Expression right, int distance, boolean ordered) implements Expression {}

    /** True when the part, which stands somewhere, does so in at least that many places. */
    record AtLeast(int count, Expression part) implements Expression {}

    /** True when the weights of the parts that are true sum up to the threshold or more. */
    record Score(List<Weighted> parts, double threshold) implements Expression {
        public Score {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a score.  Its weight may be negative. */
    record Weighted(double weight, Expression part) {}

    /** Whether it stands somewhere in the text, so that NEAR and ATLEAST can be said of it. */
    default boolean standsSomewhere() {
        if (this instanceof Any any) {
            return any.parts().stream().allMatch(Expression::standsSomewhere);
        }
        return this instanceof Near || this instanceof Standing;
    }

    /** What can be found in an article by itself.  {@code source} is how the query writes it. */
    sealed interface Clause extends Expression {
        String source();
    }

    /** A clause that stands somewhere in the text: words, mentions, claims (where their trigger stands). */
    sealed interface Standing extends Clause {}

    /** A clause about one word. */
    sealed interface Term extends Standing {}

    /** How a word is compared. */
    enum Form {
        /** By its stem in the language of the article, without regard to case and diacritics. */
        STEM,
        /** Without regard to case and diacritics. */
        EXACT,
        /** Letter by letter, {@code Cs(US)}: the word is as the query writes it. */
        CASE
    }

    /**
     * A word.
     *
     * @param word normed; of the form CASE as it stands in the query
     */
    record Word(String source, String word, Form form) implements Term {}

    /** A word with {@code *} for any letters or none and {@code ?} for one; the rest is normed. */
    record Wildcard(String source, String pattern) implements Term {}

    /** Two terms or more, side by side in one field. */
    record Phrase(String source, List<Term> terms) implements Standing {
        public Phrase {
            terms = List.copyOf(terms);
        }
    }

    /**
     * A regular expression of RE2's syntax, found anywhere in the text of a field, without regard to case.  It stands at
     * the words that the find touches.
     */
    record Regex(String source, String pattern) implements Standing {}

    /**
     * An actor.
     *
     * @param name as the query writes it
     * @param ids the actors meant: of several, any
     * @param confidence the least that a mention must have, from 0 to 1
     */
    record Actor(String source, String name, Set<String> ids, double confidence) implements Standing {
        public Actor {
            ids = Set.copyOf(ids);
        }
    }

    /** Any actor of that type. */
    record ActorOfType(String source, MentionType type) implements Standing {}

    /** Any actor of that state: ISO 3166-1 alpha-2. */
    record ActorOfCountry(String source, String country) implements Standing {}

    /**
     * A place.
     *
     * @param name as the query writes it
     * @param ids the places meant: of several, any
     * @param inside whether what lies inside it counts too
     * @param confidence the least that a mention must have, from 0 to 1
     */
    record Place(String source, String name, Set<String> ids, boolean inside, double confidence) implements Standing {
        public Place {
            ids = Set.copyOf(ids);
        }
    }

    /** Any place of that country: ISO 3166-1 alpha-2. */
    record InCountry(String source, String country, double confidence) implements Standing {}

    /** Any place at most so far from a point: great-circle distance on a sphere of 6,371.0088 km radius. */
    record InRadius(String source, double kilometres, double latitude, double longitude) implements Standing {}

    /** Any place in that box of degrees; one with {@code west > east} crosses the 180th meridian. */
    record InBox(String source, double south, double west, double north, double east) implements Standing {}

    /**
     * A claim for which the condition, held against that claim alone, is true: its words are those of its sentence, its
     * actors and places its own.
     *
     * @param modalities those that it may have: asserted, denied and possible, unless the condition says otherwise
     * @param backgroundToo whether it may be background; false unless the condition speaks of that
     */
    record Reported(String source, Expression condition, Set<Modality> modalities, boolean backgroundToo)
            implements Standing {
        public Reported {
            modalities = Set.copyOf(modalities);
        }
    }

    /** A clause that makes sense only of a claim: always somewhere inside a {@link Reported}. */
    sealed interface OfClaim extends Clause {}

    record ClaimOfType(String source, ClaimType type) implements OfClaim {}

    record ClaimOfSubtype(String source, String subtype) implements OfClaim {}

    /** A code of PLOVER, CAMEO or ACLED; of CAMEO also the codes below it. */
    record ClaimCoded(String source, Scheme scheme, String code) implements OfClaim {}

    /** A coding scheme for events. */
    enum Scheme {
        PLOVER,
        CAMEO,
        ACLED
    }

    record ClaimModality(String source, Modality modality) implements OfClaim {}

    record ClaimBackground(String source, boolean background) implements OfClaim {}

    /**
     * Who says so.
     *
     * @param ids the actors meant; empty when the name is looked for in the words of the source instead
     */
    record SaidBy(String source, String name, Set<String> ids) implements OfClaim {
        public SaidBy {
            ids = Set.copyOf(ids);
        }
    }

    /** An actor in its role: of agent or target. */
    record InRole(String source, Role role, Expression actor) implements OfClaim {}

    /** What an actor does in a claim. */
    enum Role {
        AGENT,
        TARGET
    }

    /**
     * When it happened, compared with a day or with so long before the article was accepted.  True of a claim of which some
     * day is so; false of one that does not say when.
     *
     * @param day null where {@code before} is given
     * @param before null where {@code day} is given
     */
    record Happened(
            String source,
            Comparison comparison,
            @Nullable LocalDate day,
            @Nullable Duration before) implements OfClaim {}

    /**
     * A number that it gives.  At least and more are true when its low end is so, at most and less when its high end is.
     *
     * @param kinds any of these
     */
    record Counted(String source, Set<QuantityKind> kinds, Comparison comparison, double number) implements OfClaim {
        public Counted {
            kinds = Set.copyOf(kinds);
        }
    }

    /** The outlet by its name, without regard to case and diacritics. */
    record FromSource(String source, String name) implements Clause {}

    /** The host of the article's address, or a domain above it. */
    record FromDomain(String source, String domain) implements Clause {}

    /** The primary language subtag. */
    record InLanguage(String source, String language) implements Clause {}

    /** How old the article was when it was accepted; false where it is not known when it was published. */
    record Aged(String source, Comparison comparison, Duration age) implements Clause {}

    /** How two values are compared. */
    enum Comparison {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("="),
        AT_LEAST(">="),
        MORE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** How a query writes it. */
        public String sign() {
            return sign;
        }

        /** Whether it is true of a value whose comparison with the other gave {@code order}. */
        public boolean accepts(int order) {
            return switch (this) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case EQUAL -> order == 0;
                case AT_LEAST -> order >= 0;
                case MORE -> order > 0;
            };
        }
    }
}
