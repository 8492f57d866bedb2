package io.vedette.text.story;

import java.util.Arrays;

/** Counts the terms of one article, then gives the most telling ones.  Not thread-safe. */
final class TermBag {

    private static final int SLOTS = 2048;

    /** New terms are taken no further than this, so that the table stays fast; news articles have 400 at most. */
    private static final int MOST = 1200;

    private static final float TELLING = 1.5f;
    private static final int UNITS = 16;

    private final int[] terms = new int[SLOTS];
    private final float[] amounts = new float[SLOTS];
    private final byte[] kinds = new byte[SLOTS];
    private int count;

    /**
     * Counts a term.
     *
     * @param amount how much it counts here, more than 0
     * @param kind of {@link TermKind}; the highest counts
     */
    void add(int term, float amount, byte kind) {
        int slot = term & (SLOTS - 1);
        while (amounts[slot] > 0 && terms[slot] != term) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (amounts[slot] == 0) {
            if (count == MOST) {
                return;
            }
            count++;
            terms[slot] = term;
        }
        amounts[slot] += amount;
        kinds[slot] = (byte) Math.max(kinds[slot], kind);
    }

    /** The most telling terms: the more often, the earlier, and rather names and numbers than words. */
    Selection select(int most) {
        long[] ranked = new long[count];
        int n = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (amounts[slot] > 0) {
                float rank = weight(slot) * (kinds[slot] == TermKind.WORD ? 1 : TELLING);
                ranked[n++] = (long) Math.round(rank * 1024) << 32 | (terms[slot] & 0xFFFFFFFFL);
            }
        }
        Arrays.sort(ranked);
        int kept = Math.min(most, n);
        int[] chosen = new int[kept];
        for (int i = 0; i < kept; i++) {
            chosen[i] = (int) ranked[n - 1 - i];
        }
        Arrays.sort(chosen);
        return selection(chosen);
    }

    private Selection selection(int[] chosen) {
        byte[] weights = new byte[chosen.length];
        byte[] itsKinds = new byte[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            int slot = chosen[i] & (SLOTS - 1);
            while (amounts[slot] == 0 || terms[slot] != chosen[i]) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            weights[i] = (byte) Math.max(1, Math.min(Byte.MAX_VALUE, Math.round(weight(slot) * UNITS)));
            itsKinds[i] = kinds[slot];
        }
        return new Selection(chosen, weights, itsKinds);
    }

    /** 1 + ln of how often it occurs; less than 1 for what only comes late. */
    private float weight(int slot) {
        float amount = amounts[slot];
        return amount <= 1 ? amount : 1 + (float) Math.log(amount);
    }

    /** Terms in ascending order with their weights and kinds. */
    @SuppressWarnings("ArrayRecordComponent")
    record Selection(int[] terms, byte[] weights, byte[] kinds) {}
}
