package io.vedette.text.gazetteer;

import io.vedette.text.token.Tokens;
import java.util.Arrays;

/**
 * Names without case, diacritics and signs, numbered in the order in which they are added, and which of them are near
 * another.  Once all are added, it can be asked from many threads at once.
 */
final class FoldedNames {

    private static final int FIRST_GUESS = 12;

    private final int[] ends;
    private final long[] bags;
    private char[] letters;
    private int size;

    /** Takes one name after another. */
    @FunctionalInterface
    interface Visitor {
        void near(int number, int distance);
    }

    /** @param names how many will be added at most */
    FoldedNames(int names) {
        this.ends = new int[names];
        this.bags = new long[names];
        this.letters = new char[FIRST_GUESS * names];
    }

    /**
     * A name as it is compared.
     *
     * @param bag see {@link #bag}
     */
    record Folded(char[] letters, long bag) {
        int length() {
            return letters.length;
        }
    }

    static Folded folded(Tokens name) {
        char[] letters = fold(name).toCharArray();
        return new Folded(letters, bag(letters, 0, letters.length));
    }

    void add(Tokens name) {
        String folded = fold(name);
        int start = start(size);
        if (start + folded.length() > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(2 * letters.length, start + folded.length()));
        }
        folded.getChars(0, folded.length(), letters, start);
        ends[size] = start + folded.length();
        bags[size] = bag(letters, start, ends[size]);
        size++;
    }

    /** Names of at most so many edits, and those that begin with what is wanted, as if they were one edit away. */
    void near(Folded wanted, int edits, Visitor visitor) {
        int[] row = new int[wanted.length() + 1];
        for (int number = 0; number < size; number++) {
            int length = ends[number] - start(number);
            if (wanted.length() > 2 && beginsWith(number, length, wanted)) {
                visitor.near(number, 1);
            } else if (Math.abs(length - wanted.length()) <= edits
                    && Long.bitCount(bags[number] ^ wanted.bag) <= 2 * edits) {
                int distance = distance(wanted.letters, number, edits, row);
                if (distance <= edits) {
                    visitor.near(number, distance);
                }
            }
        }
    }

    private boolean beginsWith(int number, int length, Folded wanted) {
        int start = start(number);
        return length >= wanted.length()
                && letters[start] == wanted.letters[0]
                && Arrays.equals(letters, start, start + wanted.length(), wanted.letters, 0, wanted.length());
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** The edit distance, or more than {@code most} as soon as it can't be less. */
    private int distance(char[] wanted, int number, int most, int[] row) {
        for (int j = 0; j <= wanted.length; j++) {
            row[j] = j;
        }
        int start = start(number);
        for (int i = 1; i <= ends[number] - start; i++) {
            char letter = letters[start + i - 1];
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= wanted.length; j++) {
                int change = diagonal + (letter == wanted[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
        }
        return row[wanted.length];
    }

    /**
     * Which letters there are, and which twice: a bit for each.  An edit takes away one bit and adds one at most, so names
     * that differ in more bits than twice the edits are further apart.
     */
    private static long bag(char[] letters, int start, int end) {
        long once = 0;
        long again = 0;
        for (int i = start; i < end; i++) {
            long bit = 1L << (letters[i] & 31);
            again |= once & bit;
            once |= bit;
        }
        return once | again << 32;
    }

    static String fold(Tokens name) {
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < name.count(); i++) {
            folded.append(i == 0 ? "" : " ").append(name.norm(i));
        }
        return folded.toString();
    }
}
