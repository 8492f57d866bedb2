package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.NameWords;
import io.vedette.text.gazetteer.NameWords.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of one article, each with all its occurrences, so that what one sentence says about a name counts for every
 * other.  A person named in full is meant by the surname alone; a bracket that gives a name's initials makes them one.
 */
final class NameBook {

    private static final int ENOUGH = 24;
    /** What "in" before it gives a place. */
    private static final int WITHIN = 20;

    private static final int MOST_FROM_SETTINGS = 60;
    private static final int LONGEST_REPEATED = 4;
    private static final Sort[] SORTS = Sort.values();

    /** One name: its occurrences and what it was found to be. */
    private static final class Entry {
        final List<NameCandidate> occurrences = new ArrayList<>(2);
        final int[] shape;
        final int[] setting = new int[SORTS.length];
        boolean inside;

        @Nullable
        Sort sort;

        int margin;

        private @Nullable MentionType bodyType;
        private @Nullable Sort toldOf;
        private String reason = "";

        Entry(int[] shape) {
            this.shape = shape;
        }

        void add(NameCandidate name) {
            occurrences.add(name);
            bodyType = null;
            toldOf = null;
        }

        /** What sort of body its occurrences make it; looked for once, since each occurrence asks. */
        MentionType bodyType() {
            MentionType known = bodyType;
            if (known != null) {
                return known;
            }
            MentionType type = MentionType.ORGANISATION;
            int most = 0;
            for (NameCandidate name : occurrences) {
                MentionType there = name.bodyType();
                if (there != null && name.bodyTypeWeight() > most) {
                    most = name.bodyTypeWeight();
                    type = there;
                }
            }
            bodyType = type;
            return type;
        }

        /** Why the occurrence that speaks most for a sort does so; looked for once, since each occurrence asks. */
        String reason(Sort sort) {
            if (toldOf != sort) {
                toldOf = sort;
                reason = occurrences.stream()
                        .max(Comparator.comparingInt(name -> name.score(sort)))
                        .map(name -> name.reason(sort))
                        .orElse("");
            }
            return reason;
        }

        int total(Sort sort) {
            int context = Math.max(-MOST_FROM_SETTINGS, Math.min(MOST_FROM_SETTINGS, setting[sort.ordinal()]));
            return shape[sort.ordinal()] + context;
        }
    }

    private record Bearer(@Nullable Entity entity, int confidence) {}

    private final Map<Long, Entry> entries = new HashMap<>();
    private final List<NameCandidate> order = new ArrayList<>();
    private final Map<String, Bearer> surnames = new HashMap<>();

    /** First names of those who were named in full: "Jordan" after "Jordan Peele" is no country. */
    private final Set<String> givenNames = new HashSet<>();

    private final Map<String, MentionType> shortForms = new HashMap<>();
    private final Set<String> others = new HashSet<>();

    /** Takes one occurrence: what its own words say first, then what those around it say. */
    void add(NameCandidate name) {
        order.add(name);
        NameShape.weigh(name);
        int[] shape = scores(name);
        Entry entry = entries.computeIfAbsent(name.key, key -> new Entry(shape));
        NameSetting.weigh(name);
        int[] all = scores(name);
        for (int i = 0; i < all.length; i++) {
            entry.setting[i] += all[i] - shape[i];
        }
        entry.add(name);
        entry.inside |= !name.opening;
    }

    private static int[] scores(NameCandidate name) {
        int[] scores = new int[SORTS.length];
        for (Sort sort : SORTS) {
            scores[sort.ordinal()] = name.score(sort);
        }
        return scores;
    }

    /** Somebody whom the gazetteer knows was named in full. */
    void bearer(String surname, Entity entity) {
        surnames.put(surname, new Bearer(entity, 90));
    }

    /** Decides on every name, then on the short forms of those that were decided. */
    void decide() {
        entries.values().forEach(NameBook::decide);
        lists();
        entries.values().forEach(NameBook::decide);
        for (NameCandidate name : order) {
            Entry entry = entry(name);
            if (entry.sort == Sort.PERSON) {
                learn(name, entry);
            } else if (entry.sort == Sort.BODY && name.length() > 1) {
                shorten(name, entry);
            }
        }
    }

    private Entry entry(NameCandidate name) {
        Entry entry = entries.get(name.key);
        return entry == null ? new Entry(new int[SORTS.length]) : entry;
    }

    private static void decide(Entry entry) {
        Sort best = Sort.OTHER;
        int most = Integer.MIN_VALUE;
        int second = Integer.MIN_VALUE;
        for (Sort sort : SORTS) {
            int total = entry.total(sort);
            if (total > most) {
                second = most;
                most = total;
                best = sort;
            } else if (total > second) {
                second = total;
            }
        }
        NameCandidate any = entry.occurrences.get(0);
        boolean alone = any.length() == 1;
        if (alone && !entry.inside && any.clues.is(any.first, NameWords.COMMON)) {
            entry.sort = null;
            return;
        }
        int enough = ENOUGH + (alone && !entry.inside ? 10 : 0);
        entry.sort = most >= enough && !(alone && isPlace(any, best)) ? best : null;
        entry.margin = most - Math.max(0, second);
    }

    /** What is a place somewhere is somebody only behind a title, or as a surname. */
    private static boolean isPlace(NameCandidate name, Sort sort) {
        boolean nation = name.clues.nation(name.first) && !name.clues.is(name.first, Clues.FIRST_NAME);
        return nation
                || name.clues.place(name.first, name.end)
                        && !(sort == Sort.PERSON && name.reason(sort).equals("person.title"));
    }

    /** Names in one list are of one sort: a sure one speaks for its doubtful neighbours. */
    private void lists() {
        for (int i = 1; i < order.size(); i++) {
            neighbours(order.get(i - 1), order.get(i));
        }
        for (int i = order.size() - 1; i > 0; i--) {
            neighbours(order.get(i), order.get(i - 1));
        }
    }

    private void neighbours(NameCandidate sure, NameCandidate doubtful) {
        NameCandidate left = sure.first < doubtful.first ? sure : doubtful;
        NameCandidate right = left == sure ? doubtful : sure;
        Sort sort = entry(sure).sort;
        if (sort == null || left.clues != right.clues || !listed(left, right) || entry(sure).margin < 12) {
            return;
        }
        entry(doubtful).setting[sort.ordinal()] += 14;
        if (entry(doubtful).sort == null) {
            decide(entry(doubtful));
        }
    }

    private static boolean listed(NameCandidate left, NameCandidate right) {
        Clues clues = left.clues;
        FieldText text = clues.text();
        int i = left.end;
        if (!text.together(left.first, right.first)) {
            return false;
        }
        if (clues.mark(i, ',') || clues.mark(i, '/') || clues.mark(i, ';')) {
            i++;
        }
        if (text.norm(i).equals("and")
                || text.norm(i).equals("or")
                || text.norm(i).equals("&")) {
            i++;
        }
        if (text.norm(i).equals("the")) {
            i++;
        }
        return i == right.first && i > left.end;
    }

    private void learn(NameCandidate name, Entry entry) {
        FieldText text = name.clues.text();
        int last = name.end - 1;
        while (last > name.first && name.clues.is(last, NameWords.SUFFIX)) {
            last--;
        }
        Bearer bearer = new Bearer(null, Math.min(80, 55 + entry.margin / 2));
        surnames.putIfAbsent(text.norm(last), bearer);
        if (name.length() > 1) {
            others.add(text.norm(last));
        }
        if (name.length() > 1 && name.clues.is(name.first, Clues.FIRST_NAME)) {
            surnames.putIfAbsent(text.norm(name.first), bearer);
            givenNames.add(text.norm(name.first));
        }
    }

    /** "the Falcons" for the "Riverside Falcons", "Caldera" for "Caldera Media". */
    private void shorten(NameCandidate name, Entry entry) {
        Clues clues = name.clues;
        int last = name.end - 1;
        boolean headed = clues.is(last, NameWords.HEAD);
        int part = headed ? name.first : last;
        boolean distinct =
                !clues.is(part, NameWords.HEAD | NameWords.WEAK | NameWords.COMMON | NameWords.FRONT | Clues.FIRST_NAME)
                        && !clues.anyPlace(part, part + 1);
        if (distinct && (headed ? name.length() == 2 : clues.text().norm(last).endsWith("s"))) {
            shortForms.putIfAbsent(clues.text().norm(part), entry.bodyType());
        }
    }

    /** The longest name decided elsewhere that starts at a token of a heading; null where none does. */
    @Nullable
    Found repeated(Clues clues, int first, int limit) {
        for (int end = Math.min(limit, first + LONGEST_REPEATED); end > first; end--) {
            Entry entry = entries.get(NameCandidate.key(clues, first, end));
            boolean surname = end == first + 1
                    && clues.text().norm(first).length() > 2
                    && surnames.containsKey(clues.text().norm(first));
            if (entry != null && (entry.sort == Sort.PERSON || entry.sort == Sort.BODY) || surname) {
                NameCandidate name = new NameCandidate(clues, first, end);
                return entry == null ? surname(name) : found(name);
            }
        }
        return null;
    }

    private @Nullable Found surname(NameCandidate name) {
        Bearer bearer = surnames.get(name.clues.text().norm(name.first));
        return bearer == null
                ? null
                : new Found(
                        name.first,
                        name.end,
                        MentionType.PERSON,
                        bearer.entity(),
                        null,
                        bearer.confidence() / 100.0,
                        "person.surname",
                        List.of(),
                        "named in full elsewhere",
                        false);
    }

    /** Whether somebody of that surname who is not in the gazetteer was named in full. */
    boolean hasOtherBearer(String surname) {
        return others.contains(surname);
    }

    /** What an occurrence is, or null where nothing tells. */
    @Nullable
    Found found(NameCandidate name) {
        Entry entry = entry(name);
        FieldText text = name.clues.text();
        if (name.length() == 1 && entry.sort != Sort.BODY && entry.sort != Sort.OTHER) {
            Found person = surname(name);
            boolean there = name.score(Sort.PLACE) >= 20 && name.clues.place(name.first, name.end);
            boolean somebodyHere = givenNames.contains(text.norm(name.first));
            if (person != null && !there && (somebodyHere || !name.clues.nation(name.first))) {
                return person;
            }
        }
        MentionType whole = name.length() == 1 && entry.sort == null ? shortForms.get(text.norm(name.first)) : null;
        if (whole != null) {
            return new Found(
                    name.first,
                    name.end,
                    whole,
                    null,
                    null,
                    0.7,
                    "organisation.short-form",
                    List.of(),
                    "named in full elsewhere",
                    false);
        }
        if (entry.sort != Sort.PERSON && entry.sort != Sort.BODY) {
            return null;
        }
        return new Found(
                name.first,
                name.end,
                entry.sort == Sort.PERSON ? MentionType.PERSON : entry.bodyType(),
                null,
                null,
                Math.min(0.9, 0.5 + entry.margin / 150.0),
                entry.reason(entry.sort),
                List.of(),
                null,
                false);
    }

    /** An occurrence as a place that no gazetteer has, or null where it is none. */
    @Nullable
    Found place(NameCandidate name) {
        Entry entry = entry(name);
        boolean within = name.score(Sort.PLACE) >= WITHIN;
        boolean qualified = within && UnknownPlaces.isQualified(name);
        if (entry.sort != Sort.PLACE && !(entry.sort == null && qualified)) {
            return null;
        }
        boolean called = qualified || name.reason(Sort.PLACE).equals("place.kind-of");
        return UnknownPlaces.of(name, Math.min(0.8, 0.5 + Math.max(0, entry.margin) / 150.0), called);
    }
}
