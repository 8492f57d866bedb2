package io.vedette.bench.watches;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A watch made up for measuring, apart from how anybody writes it down. */
sealed interface MadeWatch {

    /** As the watch language has it. */
    String query();

    /** A word in any of its forms. */
    record Term(String word) implements MadeWatch {
        @Override
        public String query() {
            return word;
        }
    }

    /** Words side by side, each in any of its forms. */
    record Phrase(List<String> words) implements MadeWatch {
        @Override
        public String query() {
            return "\"" + String.join(" ", words) + "\"";
        }
    }

    /** All of these and none of those. */
    record All(List<MadeWatch> these, List<MadeWatch> none) implements MadeWatch {
        @Override
        public String query() {
            return these.stream().map(MadeWatch::query).collect(Collectors.joining(" AND "))
                    + none.stream().map(part -> " AND NOT " + part.query()).collect(Collectors.joining());
        }
    }

    /** Two words with so many between them at most. */
    record Near(String left, String right, int distance, boolean ordered) implements MadeWatch {
        @Override
        public String query() {
            return left + (ordered ? " THEN/" : " NEAR/") + distance + " " + right;
        }
    }

    /** A word with {@code *} and {@code ?} in it. */
    record Wildcard(String pattern) implements MadeWatch {
        @Override
        public String query() {
            return pattern;
        }
    }

    /** A place and what lies in it. */
    record Place(String name, String id) implements MadeWatch {
        @Override
        public String query() {
            return "place:\"" + name + "\"";
        }
    }

    /** Any place of a country. */
    record Country(String code) implements MadeWatch {
        @Override
        public String query() {
            return "country:" + code;
        }
    }

    /** Any place so near to a point. */
    record Radius(int kilometres, double latitude, double longitude) implements MadeWatch {
        @Override
        public String query() {
            return String.format(Locale.ROOT, "RADIUS(%dkm, %.4f, %.4f)", kilometres, latitude, longitude);
        }
    }
}
