package io.vedette.text.watch.query;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Makes queries of the whole language about articles, by dice: each one can be parsed, though some can never match or
 * are true of what has nothing of what they name.
 */
public final class Queries {

    private static final List<String> WILDCARDS = List.of("suppl*", "*treat", "ta?k", "a*my", "ro?t*");
    private static final List<String> REGEXES = List.of("/suppl(y|ies)/", "/t[ae]nks?/", "/\\barm\\w+/", "/r.ute s/");
    private static final List<String> TYPES = List.of("WITHDRAWAL", "TERRITORY_CONTROL", "SANCTIONS", "CASUALTIES");
    private static final List<String> MODALITIES = List.of("ASSERTED", "DENIED", "POSSIBLE", "FUTURE", "CONDITIONAL");
    private static final List<String> COUNTS = List.of("casualties", "killed", "wounded", "displaced", "money");
    private static final List<String> SIGNS = List.of("<", "<=", "=", ">=", ">");
    private static final List<String> AREAS = List.of(
            "RADIUS(50km, 46.85, 35.37)",
            "RADIUS(300mi, 50, 36.25)",
            "BBOX(46, 34.5, 47.5, 37)",
            "BBOX(-20, 170, 20, -170)",
            "BBOX(-90, -180, 90, 180)");
    private static final List<String> OF_ARTICLE = List.of(
            "source:Reuters",
            "source:\"BBC News\"",
            "domain:example.org",
            "domain:org",
            "lang:en",
            "lang:uk",
            "age<2d",
            "age>=36h",
            "age<=1w");

    private final Random dice;
    private final List<String> words;
    private final List<String> actors;
    private final List<String> places;

    /**
     * @param words what articles consist of
     * @param actors names that can be resolved
     * @param places names that can be resolved
     */
    public Queries(Random dice, List<String> words, List<String> actors, List<String> places) {
        this.dice = dice;
        this.words = words;
        this.actors = actors;
        this.places = places;
    }

    /** Queries about these. */
    public static Arbitrary<String> about(List<String> words, List<String> actors, List<String> places, int depth) {
        return Arbitraries.longs().map(seed -> new Queries(new Random(seed), words, actors, places).query(depth));
    }

    /** A query with groups, NOTs and operators at most so deep inside each other. */
    public String query(int depth) {
        return any(depth, Where.ARTICLE);
    }

    /** A question over time about such queries. */
    public String overTime(int depth) {
        String first = query(depth);
        return switch (dice.nextInt(7)) {
            case 0 -> "COUNT(" + first + ", 1h) >= " + (1 + dice.nextInt(9));
            case 1 -> "SPIKE(" + first + ",90m,2.5)";
            case 2 -> "FIRST(" + first + " , 4w)";
            case 3 -> "SILENCE(" + first + ", 12h)";
            case 4 -> "CORROBORATED(" + first + ", 3)";
            case 5 -> "CONFLICT(" + first + ")";
            default -> "FOLLOWED(" + first + ", " + query(depth) + ", 45s)";
        };
    }

    private enum Where {
        ARTICLE,
        PARAGRAPH,
        STRETCH,
        CLAIM
    }

    private String any(int depth, Where where) {
        return joined(" OR ", dice.nextInt(4) == 0 ? 2 : 1, () -> all(depth, where));
    }

    private String all(int depth, Where where) {
        return joined(dice.nextBoolean() ? " " : " AND ", 1 + dice.nextInt(3), () -> unary(depth, where));
    }

    private String unary(int depth, Where where) {
        return dice.nextInt(7) == 0 && depth > 0 ? "NOT " + unary(depth - 1, where) : operator(depth, where);
    }

    private String operator(int depth, Where where) {
        if (depth == 0) {
            return clause(where);
        }
        return switch (dice.nextInt(12)) {
            case 0 -> near(depth - 1, where);
            case 1 -> "ATLEAST/" + (1 + dice.nextInt(3)) + " " + stands(depth - 1, where);
            case 2 -> where == Where.ARTICLE ? "PARAGRAPH(" + any(depth - 1, Where.PARAGRAPH) + ")" : clause(where);
            case 3 ->
                where == Where.ARTICLE || where == Where.PARAGRAPH
                        ? "SENTENCE(" + any(depth - 1, Where.STRETCH) + ")"
                        : clause(where);
            case 4 -> where == Where.ARTICLE ? "title:(" + any(depth - 1, Where.STRETCH) + ")" : clause(where);
            case 5 -> score(depth - 1, where);
            case 6 -> "(" + any(depth - 1, where) + ")";
            case 7 -> where == Where.CLAIM ? clause(where) : "claim(" + any(depth - 1, Where.CLAIM) + ")";
            default -> clause(where);
        };
    }

    private String near(int depth, Where where) {
        String operator = dice.nextBoolean() ? " NEAR/" : " THEN/";
        return stands(depth, where) + operator + dice.nextInt(6) + " " + stands(depth, where);
    }

    /** What stands somewhere, as one operand. */
    private String stands(int depth, Where where) {
        if (depth > 0 && dice.nextInt(4) == 0) {
            return "(" + near(depth - 1, where) + ")";
        }
        if (depth > 0 && dice.nextInt(4) == 0) {
            return "(" + stands(depth - 1, where) + " OR " + stands(depth - 1, where) + ")";
        }
        return dice.nextInt(5) == 0 ? entity() : term();
    }

    private String score(int depth, Where where) {
        String parts = joined(" ", 1 + dice.nextInt(4), () -> weight() + "*" + scored(depth, where));
        return "SCORE(" + parts + ") >= " + (dice.nextInt(8) - 1);
    }

    private String weight() {
        return pick(List.of("1", "2", "3", "2.5", "-1", "-5", "0.25"));
    }

    /** One that may be nested, but has no score in it. */
    private String scored(int depth, Where where) {
        return switch (dice.nextInt(4)) {
            case 0 -> "(" + clause(where) + " OR " + clause(where) + ")";
            case 1 -> "NOT " + clause(where);
            case 2 -> near(depth, where);
            default -> clause(where);
        };
    }

    private String clause(Where where) {
        return switch (dice.nextInt(8)) {
            case 0, 1, 2 -> term();
            case 3, 4 -> entity();
            case 5, 6 -> where == Where.CLAIM ? ofClaim() : reported();
            default -> where == Where.CLAIM ? ofClaim() : pick(OF_ARTICLE);
        };
    }

    private String term() {
        String word = pick(words);
        return switch (dice.nextInt(9)) {
            case 0 -> "=" + word;
            case 1 -> "\"" + phrase(() -> pick(words)) + "\"";
            case 2 -> "=\"" + phrase(() -> pick(words)) + "\"";
            case 3 -> "\"" + phrase(() -> dice.nextInt(3) == 0 ? pick(WILDCARDS) : pick(words)) + "\"";
            case 4 -> pick(WILDCARDS);
            case 5 -> pick(REGEXES);
            case 6 -> "Cs(" + (dice.nextBoolean() ? word : capitalised(word)) + ")";
            default -> dice.nextBoolean() ? word : capitalised(word);
        };
    }

    private String phrase(Supplier<String> word) {
        return joined(dice.nextInt(4) == 0 ? ", " : " ", 2 + dice.nextInt(2), word);
    }

    private String entity() {
        return switch (dice.nextInt(9)) {
            case 0, 1 -> "actor:" + quoted(pick(actors)) + confidence();
            case 2 -> "actor.type:" + pick(List.of("PERSON", "MILITARY_UNIT", "ORGANISATION"));
            case 3 -> "actor.country:" + pick(List.of("RU", "UA", "us"));
            case 4, 5 -> (dice.nextInt(4) == 0 ? "=" : "") + "place:" + quoted(pick(places)) + confidence();
            case 6 -> "place:(" + quoted(pick(places)) + " OR " + quoted(pick(places)) + confidence() + ")";
            case 7 -> "country:" + pick(List.of("RU", "UA", "us")) + confidence();
            default -> pick(AREAS);
        };
    }

    private String confidence() {
        return dice.nextInt(4) == 0 ? "[confidence>=" + pick(List.of("0.5", "0.8", "1")) + "]" : "";
    }

    private String reported() {
        String clause = ofClaim();
        return clause.startsWith("type:") ? "claim:" + clause.substring("type:".length()) : clause;
    }

    private String ofClaim() {
        return switch (dice.nextInt(11)) {
            case 0, 1 -> "type:" + pick(TYPES);
            case 2 -> "subtype:" + pick(List.of("air-strike", "withdrawal"));
            case 3 -> "modality:" + pick(MODALITIES);
            case 4 -> "background:" + pick(List.of("yes", "no"));
            case 5 -> "by:" + quoted(pick(dice.nextBoolean() ? actors : List.of("General Staff", "the mayor")));
            case 6 -> pick(List.of("agent", "target")) + ":" + quoted(pick(actors)) + confidence();
            case 7 -> pick(List.of("agent.country:RU", "target.country:UA", "agent.type:PERSON"));
            case 8 -> "when" + pick(SIGNS) + pick(List.of("-3d", "-36h", "2024-02-24", "-1w"));
            case 9 -> pick(COUNTS) + pick(SIGNS) + pick(List.of("1", "10", "2500", "0.5"));
            default -> pick(List.of("plover:ASSAULT", "cameo:19", "cameo:190", "acled:\"Armed clash\""));
        };
    }

    private String quoted(String name) {
        return name.contains(" ") || dice.nextBoolean() ? "\"" + name + "\"" : name;
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private <T> T pick(List<T> from) {
        return from.get(dice.nextInt(from.size()));
    }

    private static String joined(String by, int count, Supplier<String> part) {
        return IntStream.range(0, count).mapToObj(i -> part.get()).collect(Collectors.joining(by));
    }
}
