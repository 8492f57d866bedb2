package io.vedette.text.watch;

import io.vedette.text.ClaimType;
import io.vedette.text.watch.query.Entities;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The oracle: a question that knows, slowly and plainly, of which articles it is true, and how it can be written.  It
 * shares nothing with parser, index and evaluation.
 */
sealed interface Question {

    boolean isTrueOf(SmallArticle article);

    /** Writes it as a query; the dice decide on case, spacing, marks and parentheses that it could do without. */
    String written(Random dice);

    record Word(String word, boolean exact) implements Question {
        @Override
        public boolean isTrueOf(SmallArticle article) {
            return article.fields().stream().flatMap(List::stream).anyMatch(this::isThis);
        }

        private boolean isThis(String other) {
            return exact ? other.equals(word) : SmallArticle.stem(other).equals(SmallArticle.stem(word));
        }

        @Override
        public String written(Random dice) {
            String cased = dice.nextBoolean() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
            return exact ? "=" + cased : dice.nextInt(5) == 0 ? "\"" + cased + "\"" : cased;
        }
    }

    record Phrase(List<String> words) implements Question {
        @Override
        public boolean isTrueOf(SmallArticle article) {
            return article.fields().stream().anyMatch(field -> stems(field).contains(stems(words)));
        }

        private static String stems(List<String> words) {
            return words.stream().map(SmallArticle::stem).collect(Collectors.joining(" ", " ", " "));
        }

        @Override
        public String written(Random dice) {
            return switch (dice.nextInt(3)) {
                case 0 -> String.join("-", words);
                case 1 -> "\"" + String.join(", ", words) + "\"";
                default -> "\u201C" + String.join("  ", words) + "\u201D";
            };
        }
    }

    /** An actor, a place or a claim type. */
    record Tagged(String field, String name) implements Question {
        @Override
        public boolean isTrueOf(SmallArticle article) {
            Entities known = Articles.ENTITIES;
            return switch (field) {
                case "actor" -> article.actors().stream().anyMatch(known.actors(name)::contains);
                case "place" ->
                    article.places().stream()
                            .anyMatch(place -> known.places(name).stream().anyMatch(area -> known.within(place, area)));
                default -> article.claims().contains(ClaimType.valueOf(name));
            };
        }

        @Override
        public String written(Random dice) {
            boolean quoted = name.contains(" ") || dice.nextBoolean();
            return field + ":" + (quoted ? "\"" + name + "\"" : name);
        }
    }

    record Not(Question part) implements Question {
        @Override
        public boolean isTrueOf(SmallArticle article) {
            return !part.isTrueOf(article);
        }

        @Override
        public String written(Random dice) {
            boolean group = part instanceof Both || part instanceof Either || dice.nextInt(6) == 0;
            return "NOT " + (group ? inside(part, dice) : part.written(dice));
        }
    }

    record Both(Question left, Question right) implements Question {
        @Override
        public boolean isTrueOf(SmallArticle article) {
            return left.isTrueOf(article) && right.isTrueOf(article);
        }

        @Override
        public String written(Random dice) {
            return part(left, dice) + (dice.nextBoolean() ? " AND " : "  ") + part(right, dice);
        }

        private static String part(Question part, Random dice) {
            return part instanceof Either || dice.nextInt(6) == 0 ? inside(part, dice) : part.written(dice);
        }
    }

    record Either(Question left, Question right) implements Question {
        @Override
        public boolean isTrueOf(SmallArticle article) {
            return left.isTrueOf(article) || right.isTrueOf(article);
        }

        @Override
        public String written(Random dice) {
            return left.written(dice) + " OR\n" + (dice.nextInt(6) == 0 ? inside(right, dice) : right.written(dice));
        }
    }

    private static String inside(Question part, Random dice) {
        return dice.nextInt(4) == 0 ? "( (" + part.written(dice) + ") )" : "(" + part.written(dice) + ")";
    }
}
