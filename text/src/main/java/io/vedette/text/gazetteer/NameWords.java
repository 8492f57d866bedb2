package io.vedette.text.gazetteer;

import io.vedette.text.MentionType;
import io.vedette.text.token.Tokens;
import io.vedette.text.token.WordTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that tell what sort of name they stand in or beside, as a set of bits for each.  The file {@code name-words.tsv}
 * says what each use means.  Immutable.
 */
public final class NameWords {

    public static final int HEAD = 1 << 8;
    public static final int WEAK = 1 << 9;
    public static final int FRONT = 1 << 10;
    public static final int KIND = 1 << 11;
    public static final int ROLE = 1 << 12;
    public static final int TITLE = 1 << 13;
    public static final int BRANCH = 1 << 14;
    public static final int COMMON = 1 << 15;
    public static final int STARTER = 1 << 16;
    public static final int PARTICLE = 1 << 17;
    public static final int SUFFIX = 1 << 18;
    public static final int LIFE = 1 << 19;
    public static final int SPEECH = 1 << 20;
    public static final int DEED = 1 << 21;
    public static final int JOINS = 1 << 22;
    public static final int KIN = 1 << 23;
    public static final int OFFICE = 1 << 24;
    public static final int PLURAL = 1 << 25;
    public static final int ACTS = 1 << 26;
    public static final int AFFAIRS = 1 << 27;
    public static final int PARTNERS = 1 << 28;
    public static final int ARM = 1 << 29;
    public static final int ECHELON = 1 << 31;

    /** Knows no word. */
    public static final NameWords NONE = new NameWords(Map.of());

    private static final int PLACE = 2;
    private static final int OTHER = 3;
    private static final int FIRST_TYPE = 4;
    private static final int CODE = 0xF;
    private static final int KIND_SHIFT = 4;
    private static final MentionType[] TYPES = MentionType.values();

    /** What a name with that head is. */
    public enum Sort {
        PERSON,
        BODY,
        PLACE,
        OTHER
    }

    private final WordTable bits;

    private NameWords(Map<String, Integer> bits) {
        this.bits = WordTable.of(bits, 0);
    }

    static NameWords read(InputStream in) throws IOException {
        Table table = new Table("name-words.tsv", in);
        Map<String, Integer> bits = new HashMap<>();
        while (table.next(3)) {
            int flag = flag(table);
            int code = code(table);
            for (String word : table.text(2).split(" +")) {
                bits.merge(word, with(0, flag, code), (old, ignored) -> with(old, flag, code));
            }
        }
        return new NameWords(bits);
    }

    /** The first row that says what a word is as a head, or as a kind, keeps it. */
    private static int with(int old, int flag, int code) {
        int result = old | flag;
        if ((flag & (HEAD | WEAK | FRONT)) != 0 && (old & CODE) == 0) {
            result |= code;
        }
        if ((flag & (HEAD | WEAK | KIND | PLURAL)) != 0 && (old >> KIND_SHIFT & CODE) == 0) {
            result |= code << KIND_SHIFT;
        }
        return result;
    }

    private static int flag(Table table) throws IOException {
        return switch (table.text(0)) {
            case "head" -> HEAD;
            case "weak" -> WEAK;
            case "front" -> FRONT;
            case "kind" -> KIND;
            case "role" -> ROLE;
            case "title" -> TITLE;
            case "branch" -> BRANCH;
            case "common" -> COMMON;
            case "starter" -> STARTER;
            case "particle" -> PARTICLE;
            case "suffix" -> SUFFIX;
            case "life" -> LIFE;
            case "speech" -> SPEECH;
            case "deed" -> DEED;
            case "joins" -> JOINS;
            case "kin" -> KIN;
            case "office" -> OFFICE;
            case "plural" -> PLURAL;
            case "acts" -> ACTS;
            case "affairs" -> AFFAIRS;
            case "partners" -> PARTNERS;
            case "arm" -> ARM;
            case "echelon" -> ECHELON;
            default -> throw table.problem("there is no use " + table.text(0));
        };
    }

    private static int code(Table table) throws IOException {
        String type = table.orNull(1);
        if (type == null || type.equals("PERSON")) {
            return 0;
        }
        if (type.equals("PLACE")) {
            return PLACE;
        }
        if (type.equals("OTHER")) {
            return OTHER;
        }
        try {
            return FIRST_TYPE
                    + MentionType.valueOf(type.toUpperCase(Locale.ROOT)).ordinal();
        } catch (IllegalArgumentException e) {
            throw new IOException(table.problem("there is no type " + type).getMessage(), e);
        }
    }

    /** What is known of a token's word: the constants of this class, 0 for nothing. */
    public int bits(Tokens tokens, int i) {
        return bits.get(tokens, i);
    }

    /** What a name is that has a word with these bits as its head; null where it is no head. */
    public static @Nullable Sort headSort(int bits) {
        return sort(bits & CODE);
    }

    /** What is meant by a word with these bits in lower case; null where it says nothing. */
    public static @Nullable Sort kindSort(int bits) {
        Sort sort = sort(bits >> KIND_SHIFT & CODE);
        return sort == null && (bits & ROLE) != 0 ? Sort.PERSON : sort;
    }

    /** The type of body that a name with that head is. */
    public static MentionType headType(int bits) {
        return type(bits & CODE);
    }

    /** The type of body that a word in lower case means. */
    public static MentionType kindType(int bits) {
        return type(bits >> KIND_SHIFT & CODE);
    }

    private static MentionType type(int code) {
        return code < FIRST_TYPE ? MentionType.ORGANISATION : TYPES[code - FIRST_TYPE];
    }

    private static @Nullable Sort sort(int code) {
        return code == 0 ? null : code == PLACE ? Sort.PLACE : code == OTHER ? Sort.OTHER : Sort.BODY;
    }
}
