package io.vedette.text.watch;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Queries of every kind, of the words and names that {@link RandomArticles} have. */
final class RandomQueries {

    private static final List<String> WORDS =
            List.of("tank", "tanks", "route", "Supply", "supplies", "army", "retreating", "us", "kyiv", "cafe", "1st");
    private static final List<String> WILDCARDS =
            List.of("supp*", "tank?", "rout*", "retr?at*", "arm*", "*treat", "kyi*", "*rea*", "?upp*", "*a?k*");
    private static final List<String> REGEXES = List.of(
            "/tanks?/",
            "/rout(e|es)\\b/",
            "/ar\\w+/",
            "/supply.{0,3}tank/",
            "/k\\p{L}+v/",
            "/^us/",
            "/(tank|arm(y|ies))[ ,]/",
            "/(re)?treat/",
            "/yïv/");
    private static final List<String> ACTORS =
            List.of("Putin", "\"Vladimir Putin\"", "NATO", "\"1st Guards Tank Army\"");
    private static final List<String> PLACES = List.of("Melitopol", "Ukraine", "Crimea", "russia");
    private static final List<String> COMPARED = List.of("<", "<=", ">=", ">");

    private final Random random;

    RandomQueries(Random random) {
        this.random = random;
    }

    String next() {
        return switch (random.nextInt(16)) {
            case 0, 1 -> score();
            case 2 -> "FOLLOWED(" + expression(2) + ", " + expression(2) + ", 6h)";
            default -> expression(3);
        };
    }

    private String expression(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return clause();
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> "(" + expression(depth - 1) + " " + expression(depth - 1) + ")";
            case 2 -> "(" + expression(depth - 1) + " AND NOT " + group(expression(depth - 1)) + ")";
            case 3, 4 -> "(" + expression(depth - 1) + " OR " + expression(depth - 1) + ")";
            case 5 -> "SENTENCE(" + expression(depth - 1) + ")";
            case 6 -> "PARAGRAPH(" + expression(depth - 1) + ")";
            case 7 -> "title:(" + expression(depth - 1) + ")";
            default -> "NOT " + group(expression(depth - 1));
        };
    }

    private String score() {
        StringBuilder score = new StringBuilder("SCORE(");
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            score.append(one(List.of("1", "2", "3", "0.5", "-2")))
                    .append('*')
                    .append(group(clause()))
                    .append(' ');
        }
        return score + ") >= " + one(List.of("1", "2", "2.5"));
    }

    private String clause() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> standing(2);
            case 4 -> "ATLEAST/" + (1 + random.nextInt(3)) + " " + group(standing(1));
            case 5 -> group(standing(1)) + " " + near() + " " + group(standing(1));
            case 6, 7 -> claim();
            case 8 -> one(List.of("source:Reuters", "source:\"the kyiv independent\""));
            case 9 -> one(List.of("domain:bbc.co.uk", "domain:www.bbc.co.uk"));
            case 10 -> "lang:" + one(List.of("en", "de"));
            default -> "age" + one(COMPARED) + one(List.of("2d", "36h", "1d"));
        };
    }

    /** What stands somewhere in the text. */
    private String standing(int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 11)) {
            case 0, 1 -> one(WORDS);
            case 2 -> "=" + one(WORDS);
            case 3 -> "\"" + one(WORDS) + " " + one(WORDS) + (random.nextInt(3) == 0 ? " " + one(WORDS) : "") + "\"";
            case 4 -> one(List.of(one(WILDCARDS), one(REGEXES), "Cs(US)", "Cs(Supply)"));
            case 5 -> actor();
            case 6 -> place();
            case 7 -> one(List.of("claim:WITHDRAWAL", "claim:TERRITORY_CONTROL", "claim:SANCTIONS"));
            case 8, 9 -> group(standing(depth - 1)) + " " + near() + " " + group(standing(depth - 1));
            default -> "(" + standing(depth - 1) + " OR " + standing(depth - 1) + ")";
        };
    }

    private String near() {
        return one(List.of("NEAR", "THEN")) + "/" + random.nextInt(5);
    }

    private String actor() {
        return switch (random.nextInt(4)) {
            case 0 -> "actor.type:" + one(List.of("MILITARY_UNIT", "PERSON"));
            case 1 -> "actor.country:" + one(List.of("UA", "RU"));
            case 2 -> "actor:" + one(ACTORS) + "[confidence>=0.5]";
            default -> "actor:" + one(ACTORS);
        };
    }

    private String place() {
        return switch (random.nextInt(6)) {
            case 0 -> "=place:" + one(PLACES);
            case 1 -> "country:" + one(List.of("UA", "RU"));
            case 2 -> "RADIUS(" + one(List.of("50km", "150km")) + ", 47." + random.nextInt(10) + ", 36.5)";
            case 3 -> one(List.of("BBOX(46, 34, 48, 36)", "BBOX(46, 36, 50, -170)"));
            case 4 -> "place:" + one(PLACES) + "[confidence>=0.5]";
            default -> "place:" + one(PLACES);
        };
    }

    private String claim() {
        StringBuilder claim = new StringBuilder("claim(");
        List<Supplier<String>> parts = List.of(
                () -> "type:" + one(RandomArticles.CLAIMS),
                () -> "type:" + one(RandomArticles.CLAIMS),
                this::actor,
                this::place,
                () -> one(WORDS),
                () -> "\"" + one(WORDS) + " " + one(WORDS) + "\"",
                () -> "modality:" + one(List.of("ASSERTED", "DENIED", "FUTURE")),
                () -> "agent:" + one(ACTORS),
                () -> "by:" + one(ACTORS),
                () -> "when" + one(COMPARED) + one(List.of("-3d", "-1d", "2026-11-16")),
                () -> "casualties" + one(COMPARED) + one(List.of("10", "20")),
                () -> "killed" + one(COMPARED) + one(List.of("10", "20")),
                () -> "plover:ASSAULT",
                () -> "cameo:19");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String part = one(parts).get();
            claim.append(random.nextInt(5) == 0 ? "NOT " : "").append(part).append(' ');
        }
        return claim.append(')').toString();
    }

    private static String group(String part) {
        return "(" + part + ")";
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
