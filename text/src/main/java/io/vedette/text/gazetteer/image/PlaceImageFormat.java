package io.vedette.text.gazetteer.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The image's bytes.
 *
 * <pre>
 * magic        8 bytes, ASCII "VPLACES" and the format's version as a byte, now 1
 * checksum    32 bytes, SHA-256 of all that follows
 * length       4 bytes, big-endian: how many bytes the body has once it is inflated
 * body         deflated (zlib, RFC 1950)
 * </pre>
 *
 * The body, once inflated, is a run of numbers and strings.  A number is a LEB128 varint; where it may be negative it is
 * zigzag-coded first.  A string is its length in bytes and its UTF-8.
 *
 * <pre>
 * about        string: where the data comes from, when it was made
 * places       number of places, then number of names
 * features     number, then as many strings: feature class and code, "P.PPLC"
 * areas        number, then each, sorted: how many bytes it shares with the one before, and the rest as a string
 * columns, each with one value for each place; places are sorted by area, then id:
 *   level      a byte, see {@link PlaceLevel}
 *   feature    number into features
 *   area       number into areas, less that of the place before
 *   id         zigzag, less that of the place before; GeoNames' id, 0 for none
 *   latitude   zigzag, in 1/100,000 of a degree, less that of the place before
 *   longitude  the same
 *   population number
 *   names      number of its names
 * columns with one value for each name, the main name of each place first:
 *   source     a byte, see {@link NameSource}
 *   shared     a byte: how many bytes of UTF-8 it has in common with the beginning of the same place's name before
 *   rest       a byte: how many bytes follow those
 *   bytes      the rests, one after another
 * </pre>
 */
final class PlaceImageFormat {

    static final byte[] MAGIC = {'V', 'P', 'L', 'A', 'C', 'E', 'S', 1};
    static final int CHECKSUM_LENGTH = 32;
    static final int HEADER_LENGTH = 8 + CHECKSUM_LENGTH + 4;
    static final double DEGREE = 100_000;
    static final int LONGEST_NAME = 255;

    private PlaceImageFormat() {}

    static byte[] checksum(byte[] bytes, int from) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, bytes.length - from);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
