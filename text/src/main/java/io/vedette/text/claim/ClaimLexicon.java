package io.vedette.text.claim;

import io.vedette.text.ClaimType;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.QuantityKind;
import io.vedette.text.claim.Subtype.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which claims are found: which words report what, who is said to say so, how, and when it is history.
 * Compiled once from seven files whose headers document their columns; immutable and safe to use from many threads.
 */
public final class ClaimLexicon {

    /** Gives the lexicon's files. */
    @FunctionalInterface
    public interface Files {

        /** Opens one of {@link #FILES}; the lexicon closes it. */
        InputStream open(String name) throws IOException;
    }

    private static final String SUBTYPES = "subtypes.tsv";
    private static final String ACTORS = "actors.tsv";
    private static final String TRIGGERS = "triggers.tsv";
    private static final String QUANTITIES = "quantities.tsv";
    private static final String CUES = "cues.tsv";
    private static final String MODALITY = "modality.tsv";
    private static final String BACKGROUND = "background.tsv";

    /** The names of the files that make a lexicon. */
    public static final List<String> FILES =
            List.of(SUBTYPES, ACTORS, TRIGGERS, CUES, MODALITY, BACKGROUND, QUANTITIES);

    private static final Set<String> FLAGS =
            Set.of("weak", "topic", "verb", "act", "actor", "place", "POSSIBLE", "FUTURE", "DENIED");

    private static final java.util.regex.Pattern ROLE_FLAG =
            java.util.regex.Pattern.compile("(agent|target)!?=[a-z|]+");

    private final String version;
    private final Map<String, Subtype> subtypes = new HashMap<>();
    private final Map<String, Set<String>> classes = new HashMap<>();
    private final WordIds ids = new WordIds();
    private final Map<Integer, CountedWord> quantities = new HashMap<>();
    private final Topics topics = new Topics();
    private final ActorClasses actors = new ActorClasses();
    private final PatternIndex<TriggerRule> triggers = new PatternIndex<>();
    private final PatternIndex<CueRule> cues = new PatternIndex<>();
    private final PatternIndex<ModalityRule> modality = new PatternIndex<>();
    private final PatternIndex<BackgroundRule> background = new PatternIndex<>();

    private ClaimLexicon(Map<String, String> contents) {
        this.version = hash(contents);
        rows(contents, SUBTYPES, 5, 6).forEach(this::addSubtype);
        rows(contents, ACTORS, 3, 3).forEach(this::addActors);
        rows(contents, TRIGGERS, 2, 4).forEach(this::addTrigger);
        rows(contents, CUES, 6, 6).forEach(this::addCue);
        rows(contents, MODALITY, 4, 4).forEach(this::addModality);
        rows(contents, BACKGROUND, 2, 2).forEach(this::addBackground);
        rows(contents, QUANTITIES, 3, 3).forEach(this::addQuantity);
    }

    /**
     * Reads and compiles a lexicon.
     *
     * @throws LexiconException if a file is missing or one of its lines is wrong; it names file and line
     */
    public static ClaimLexicon read(Files files) {
        Map<String, String> contents = new HashMap<>();
        for (String name : FILES) {
            try (InputStream in = files.open(name)) {
                contents.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new LexiconException(name, "can't be read", e);
            }
        }
        return new ClaimLexicon(contents);
    }

    /** A hash of the files' content: two lexicons with the same version decide alike. */
    public String version() {
        return version;
    }

    /** How many subtypes it knows of a type. */
    public long subtypes(ClaimType type) {
        return subtypes.values().stream().filter(s -> s.type() == type).count();
    }

    /** All subtypes, and the type that each belongs to. */
    public Map<String, ClaimType> subtypes() {
        return subtypes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().type()));
    }

    WordIds ids() {
        return ids;
    }

    /** What it is to announce something cooperative; null where the lexicon has no such subtype. */
    @Nullable
    Subtype promise() {
        return subtypes.get("promise");
    }

    /** What it is to announce something hostile; null where the lexicon has no such subtype. */
    @Nullable
    Subtype threat() {
        return subtypes.get("threat");
    }

    ActorClasses actors() {
        return actors;
    }

    Map<Integer, CountedWord> quantities() {
        return quantities;
    }

    Topics topics() {
        return topics;
    }

    PatternIndex<TriggerRule> triggers() {
        return triggers;
    }

    PatternIndex<CueRule> cues() {
        return cues;
    }

    PatternIndex<ModalityRule> modality() {
        return modality;
    }

    PatternIndex<BackgroundRule> background() {
        return background;
    }

    private static List<LexiconRow> rows(Map<String, String> contents, String file, int least, int most) {
        return LexiconRow.of(file, contents.getOrDefault(file, ""), least, most);
    }

    private void addSubtype(LexiconRow row) {
        Subtype subtype = new Subtype(
                row.text(0),
                row.constant(1, ClaimType.class),
                row.orNull(2),
                row.orNull(3),
                row.orNull(4),
                row.text(5).isEmpty() ? Tone.NEITHER : row.constant(5, Tone.class));
        if (subtypes.put(subtype.name(), subtype) != null) {
            throw row.wrong("the subtype \"" + subtype.name() + "\" stands twice");
        }
    }

    private void addActors(LexiconRow row) {
        try {
            actors.add(row.text(0), Pattern.wordsOf(row.text(1), Map.of()), mentionTypes(row), ids);
        } catch (IllegalArgumentException e) {
            throw row.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Set<MentionType> mentionTypes(LexiconRow row) {
        Set<MentionType> types = EnumSet.noneOf(MentionType.class);
        if (row.orNull(2) != null) {
            for (String name : row.text(2).split(",")) {
                types.add(MentionType.valueOf(name.strip()));
            }
        }
        return types;
    }

    private void addTrigger(LexiconRow row) {
        if (row.columns().size() == 2) {
            addClass(row);
            return;
        }
        Set<String> flags = flags(row, row.text(3));
        if (flags.contains("topic")) {
            addTopic(row);
            return;
        }
        TriggerRule rule = new TriggerRule(
                row.text(0),
                row.text(1).equals("-") ? null : subtype(row, 1),
                row.confidence(2),
                row.line(),
                flags.contains("weak"),
                flags.contains("verb"),
                flags.contains("act"),
                flags.contains("actor"),
                flags.contains("place"),
                modality(flags),
                roleTest(row, flags, "agent"),
                roleTest(row, flags, "target"));
        triggers.add(pattern(row), rule);
    }

    private void addTopic(LexiconRow row) {
        if (row.text(0).indexOf(' ') < 0) {
            topics.addWords(pattern(row).anchorWords(), row.confidence(2));
        } else {
            topics.addPhrase(pattern(row), row.confidence(2));
        }
    }

    private void addClass(LexiconRow row) {
        if (!row.text(0).matches("\\$[a-z]+")) {
            throw row.wrong("two columns are a class of words, which \"" + row.text(0) + "\" can't be called");
        }
        try {
            classes.put(row.text(0).substring(1), Set.copyOf(Pattern.wordsOf(row.text(1), classes)));
        } catch (IllegalArgumentException e) {
            throw row.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** The test of a flag such as {@code agent=force|police} or {@code target!=group}; null if there is none. */
    private @Nullable RoleTest roleTest(LexiconRow row, Set<String> flags, String role) {
        for (String flag : flags) {
            if (flag.startsWith(role) && flag.indexOf('=') > 0) {
                boolean wanted = flag.charAt(role.length()) == '=';
                try {
                    return new RoleTest(actors.mask(flag.substring(flag.indexOf('=') + 1)), wanted);
                } catch (IllegalArgumentException e) {
                    throw row.wrong(String.valueOf(e.getMessage()));
                }
            }
        }
        return null;
    }

    private static Set<String> flags(LexiconRow row, String text) {
        Set<String> flags = new HashSet<>();
        for (String flag : text.split(",")) {
            if (!flag.isBlank()
                    && !FLAGS.contains(flag.strip())
                    && !ROLE_FLAG.matcher(flag.strip()).matches()) {
                throw row.wrong("\"" + flag.strip() + "\" is none of the flags " + FLAGS + ", agent=, target=");
            }
            flags.add(flag.strip());
        }
        return flags;
    }

    private static @Nullable Modality modality(Set<String> flags) {
        return Arrays.stream(Modality.values())
                .filter(m -> flags.contains(m.name()))
                .findFirst()
                .orElse(null);
    }

    private void addCue(LexiconRow row) {
        CueRule rule = new CueRule(
                row.text(0),
                row.constant(1, CueRule.Position.class),
                takes(row),
                row.text(2).contains("passive"),
                row.constant(3, Modality.class),
                subtype(row, 4),
                row.confidence(5));
        cues.add(pattern(row), rule);
    }

    private static int takes(LexiconRow row) {
        int takes = 0;
        for (String word : row.text(2).split(" ")) {
            takes |= switch (word) {
                case "clause" -> Complements.A_CLAUSE;
                case "object" -> Complements.AN_OBJECT;
                case "infinitive" -> Complements.AN_INFINITIVE;
                case "nothing" -> Complements.NOTHING;
                case "passive", "-" -> 0;
                default -> throw row.wrong("\"" + word + "\" is none of clause, object, infinitive, nothing, passive");
            };
        }
        return takes;
    }

    private void addModality(LexiconRow row) {
        modality.add(
                pattern(row),
                new ModalityRule(
                        row.text(0),
                        row.constant(1, Modality.class),
                        row.constant(2, ModalityRule.Side.class),
                        row.count(3)));
    }

    private void addBackground(LexiconRow row) {
        background.add(pattern(row), new BackgroundRule(row.text(0), row.constant(1, BackgroundRule.Scope.class)));
    }

    private void addQuantity(LexiconRow row) {
        CountedWord counted = new CountedWord(row.constant(0, QuantityKind.class), row.orNull(2));
        for (String word : Pattern.wordsOf(row.text(1), Map.of())) {
            if (quantities.put(ids.add(word), counted) != null) {
                throw row.wrong("the word \"" + word + "\" counts two things");
            }
        }
    }

    private Subtype subtype(LexiconRow row, int column) {
        Subtype subtype = subtypes.get(row.text(column));
        if (subtype == null) {
            throw row.wrong("no subtype is called \"" + row.text(column) + "\" in " + SUBTYPES);
        }
        return subtype;
    }

    private Pattern pattern(LexiconRow row) {
        try {
            return Pattern.of(row.text(0), classes, actors, ids);
        } catch (IllegalArgumentException e) {
            throw row.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static String hash(Map<String, String> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                digest.update(contents.getOrDefault(file, "").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
