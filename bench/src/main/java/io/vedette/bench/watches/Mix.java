package io.vedette.bench.watches;

import io.vedette.text.Location;
import io.vedette.text.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What share of the watches asks in which way. */
enum Mix {
    USUAL("40 % words, 25 % phrases, 20 % AND and NOT, 15 % proximity") {
        @Override
        MadeWatch make(Vocabulary from) {
            int share = from.number(100);
            if (share < 40) {
                return new MadeWatch.Term(from.rareWord());
            }
            if (share < 65) {
                return new MadeWatch.Phrase(from.phrase());
            }
            return share < 85 ? logic(from) : near(from);
        }
    },
    WILDCARDS("wildcards: half alone, half beside a word") {
        @Override
        MadeWatch make(Vocabulary from) {
            MadeWatch wildcard = wildcard(from);
            return from.number(2) == 0 ? wildcard : all(new MadeWatch.Term(from.word()), wildcard);
        }
    },
    PROXIMITY("proximity, half of it ordered") {
        @Override
        MadeWatch make(Vocabulary from) {
            return near(from);
        }
    },
    NOT("a word or phrase with two to four NOTs") {
        @Override
        MadeWatch make(Vocabulary from) {
            MadeWatch wanted =
                    from.number(2) == 0 ? new MadeWatch.Term(from.rareWord()) : new MadeWatch.Phrase(from.phrase());
            List<MadeWatch> unwanted = new ArrayList<>();
            for (int i = 2 + from.number(3); i > 0; i--) {
                unwanted.add(
                        from.number(3) == 0 ? new MadeWatch.Phrase(from.phrase()) : new MadeWatch.Term(from.word()));
            }
            return new MadeWatch.All(List.of(wanted), unwanted);
        }
    },
    GEOGRAPHY("a word in a place (60 %), a country (20 %), a circle of 50 km (20 %)") {
        @Override
        MadeWatch make(Vocabulary from) {
            Mention place = from.place();
            Location location = Objects.requireNonNull(place.location());
            int share = from.number(100);
            MadeWatch where = share < 60 || location.country() == null
                    ? new MadeWatch.Place(
                            Objects.requireNonNull(place.name()), Objects.requireNonNull(place.entityId()))
                    : share < 80
                            ? new MadeWatch.Country(location.country())
                            : new MadeWatch.Radius(50, location.latitude(), location.longitude());
            return all(new MadeWatch.Term(from.word()), where);
        }
    };

    private static final int DISTANCE = 5;

    private final String what;

    Mix(String what) {
        this.what = what;
    }

    /** In words for a reader. */
    String what() {
        return what;
    }

    abstract MadeWatch make(Vocabulary from);

    List<MadeWatch> make(Vocabulary from, int count) {
        List<MadeWatch> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(make(from));
        }
        return made;
    }

    private static MadeWatch all(MadeWatch... parts) {
        return new MadeWatch.All(List.of(parts), List.of());
    }

    private static MadeWatch logic(Vocabulary from) {
        List<MadeWatch> none = from.number(2) == 0 ? List.of() : List.of(new MadeWatch.Term(from.word()));
        return new MadeWatch.All(List.of(new MadeWatch.Term(from.word()), new MadeWatch.Term(from.word())), none);
    }

    private static MadeWatch near(Vocabulary from) {
        List<String> pair = from.pair(DISTANCE);
        return new MadeWatch.Near(pair.get(0), pair.get(1), DISTANCE, from.number(2) == 0);
    }

    /** {@code route*}, {@code r?ute}, {@code ro*te}: never one that most words are. */
    private static MadeWatch wildcard(Vocabulary from) {
        String word = from.word();
        while (word.length() < 6) {
            word = from.word();
        }
        int middle = word.length() / 2;
        return new MadeWatch.Wildcard(
                switch (from.number(3)) {
                    case 0 -> word.substring(0, Math.max(4, word.length() - 2)) + "*";
                    case 1 -> word.substring(0, middle) + "?" + word.substring(middle + 1);
                    default -> word.substring(0, middle) + "*" + word.substring(middle + 1);
                });
    }
}
