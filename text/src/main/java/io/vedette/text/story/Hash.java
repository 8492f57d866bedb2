package io.vedette.text.story;

import java.util.Locale;

/** The hashes that fingerprints are made of: the same on every machine and in every version. */
final class Hash {

    private Hash() {}

    /** Spreads the bits of a number over all 32; the finalizer of MurmurHash3. */
    static int mix(int h) {
        int x = h;
        x = (x ^ (x >>> 16)) * 0x85EBCA6B;
        x = (x ^ (x >>> 13)) * 0xC2B2AE35;
        return x ^ (x >>> 16);
    }

    /** Spreads the bits of a number over all 64; the finalizer of MurmurHash3. */
    static long mix(long h) {
        long x = h;
        x = (x ^ (x >>> 33)) * 0xFF51AFD7ED558CCDL;
        x = (x ^ (x >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return x ^ (x >>> 33);
    }

    static int of(char[] chars, int length) {
        int h = 0;
        for (int i = 0; i < length; i++) {
            h = 31 * h + chars[i];
        }
        return mix(h);
    }

    /** Of an id or a name, whatever its case; never 0. */
    static int of(String name) {
        int h = mix(name.strip().toLowerCase(Locale.ROOT).hashCode());
        return h == 0 ? 1 : h;
    }
}
