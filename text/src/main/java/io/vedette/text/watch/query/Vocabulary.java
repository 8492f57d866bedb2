package io.vedette.text.watch.query;

import java.util.List;
import java.util.Locale;

/** The words that mean something in a query: what an editor offers to somebody who begins to write one. */
public final class Vocabulary {

    private static final List<Entry> ALL = List.of(
            field("actor", "an actor by any of its names"),
            field("actor.type", "any actor of that type, such as MILITARY_UNIT"),
            field("actor.country", "any actor of that state"),
            field("place", "a place by any of its names, and what lies inside"),
            field("country", "any place of that country"),
            field("claim", "an article that claims such a thing"),
            field("title", "in the headline"),
            field("source", "by outlet"),
            field("domain", "by the host of the address, or a domain above it"),
            field("lang", "by language"),
            field("subtype", "a claim of that subtype"),
            field("modality", "a claim that is ASSERTED, DENIED, POSSIBLE, FUTURE or CONDITIONAL"),
            field("background", "yes: a claim that is history, recap or anniversary"),
            field("by", "who is quoted"),
            field("said-by", "who is quoted"),
            field("agent", "who does what is claimed"),
            field("agent.type", "of what type who does it is"),
            field("agent.country", "of which state who does it is"),
            field("target", "to whom it is done"),
            field("target.type", "of what type that is"),
            field("target.country", "of which state that is"),
            field("plover", "a claim with that PLOVER code"),
            field("cameo", "a claim with that CAMEO code, or one below it"),
            field("acled", "a claim with that ACLED sub-event type"),
            compared("age", "how long ago the article was published", "age<2d"),
            compared("when", "when what is claimed happened", "when>=-3d"),
            number("casualties", "killed, wounded or both together"),
            number("killed", "how many were killed"),
            number("wounded", "how many were wounded"),
            number("missing", "how many are missing"),
            number("captured", "how many were captured"),
            number("detained", "how many were detained"),
            number("released", "how many were released"),
            number("displaced", "how many had to leave"),
            number("participants", "how many took part"),
            number("things", "how many things"),
            number("money", "how much money"),
            call("claim", "one claim of which all of this is true", "claim(type:"),
            call("SENTENCE", "in one sentence", "SENTENCE("),
            call("PARAGRAPH", "in one paragraph", "PARAGRAPH("),
            call("SCORE", "weights that add up to so much", "SCORE("),
            call("Cs", "letter by letter", "Cs("),
            call("RADIUS", "a place at most so far from latitude, longitude", "RADIUS(50km, "),
            call("BBOX", "a place between south, west, north, east", "BBOX("),
            call("COUNT", "so many articles within a window", "COUNT("),
            call("SPIKE", "so many times as many as usual", "SPIKE("),
            call("FIRST", "the first after so long without any", "FIRST("),
            call("SILENCE", "none for so long", "SILENCE("),
            call("FOLLOWED", "one, and within a time the other", "FOLLOWED("),
            call("CORROBORATED", "so many independent texts of one story", "CORROBORATED("),
            call("CONFLICT", "articles of one story that say opposite things", "CONFLICT("),
            new Entry("AND", "both; two things side by side mean the same", "AND "),
            new Entry("OR", "at least one of the two", "OR "),
            new Entry("NOT", "articles without it, beside something that must be there", "NOT "),
            new Entry("NEAR/5", "both, with at most so many words between them", "NEAR/5 "),
            new Entry("THEN/5", "the same in this order", "THEN/5 "),
            new Entry("ATLEAST/3", "in so many places or more", "ATLEAST/3 "));

    private Vocabulary() {}

    /**
     * A word of the language.
     *
     * @param word a field without its colon, or an operator
     * @param meaning in a few words of English
     * @param insert what to write, up to where its value begins
     */
    public record Entry(String word, String meaning, String insert) {}

    /** All of them, the commonest fields first. */
    public static List<Entry> all() {
        return ALL;
    }

    /** Those that begin so, without regard to case. */
    public static List<Entry> startingWith(String beginning) {
        String lower = beginning.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(entry -> entry.word().toLowerCase(Locale.ROOT).startsWith(lower))
                .toList();
    }

    private static Entry field(String name, String meaning) {
        return new Entry(name, meaning, name + ":");
    }

    private static Entry number(String name, String meaning) {
        return compared(name, meaning + ", as a claim says", name + ">=");
    }

    private static Entry compared(String name, String meaning, String insert) {
        return new Entry(name, meaning, insert);
    }

    private static Entry call(String name, String meaning, String insert) {
        return new Entry(name + "( )", meaning, insert);
    }
}
