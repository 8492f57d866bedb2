package io.vedette.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes inputs that nobody sends: good ones with bytes changed, cut, doubled, swapped and strewn with what parsers stumble
 * over, deep nesting, one piece repeated, also for megabytes in the midst of a good one, and arbitrary bytes.  The same
 * generator gives the same inputs.  For one thread.
 */
final class NastyBytes {

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "</",
            "/>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>",
            "&a;",
            "&#x0;",
            "&#1114112;",
            "<?xml version=\"1.1\" encoding=\"utf-16\"?>",
            "<item>",
            "</channel>",
            "<b>",
            "<div>",
            "<p><b>",
            "<ul><li>",
            "<entry><content type='xhtml'>",
            "<title><author><name>",
            "<a rel=author>x</a>",
            "<div class='share cookie byline'>",
            "<time>",
            " ",
            "\n",
            "a",
            "- ",
            "<table><tr>",
            "<script>",
            "<svg><p>",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\\u0000",
            "\\ud800",
            "1e999999999",
            "\0",
            "\ufeff",
            "\ufffe",
            "\r\n",
            "\r\n\r\n",
            "WARC/1.0\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 99999999\r\n",
            "Content-Encoding: gzip\r\n",
            "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n",
            "HTTP/1.1 200 OK\r\n",
            "\ud83d\ude80",
            "Mon, 99 Foo 2026 25:61:61 +9999",
            "http://[::1",
            "http://\u0000/");

    private static final int MOST = 200_000;

    /** One in so many is large. */
    private static final int SELDOM = 200;

    private static final double LEAST_POURED = 4;
    private static final double MOST_POURED = 7;

    private final RandomGenerator random;
    private final List<byte[]> good;

    NastyBytes(RandomGenerator random, List<byte[]> good) {
        this.random = random;
        this.good = List.copyOf(good);
    }

    byte[] next() {
        return random.nextInt(SELDOM) == 0 ? poured() : small();
    }

    /** Up to what a fetch may bring, each order of magnitude as often as the others: what takes time to find, and is sought. */
    private byte[] poured() {
        byte[] one = one();
        int at = random.nextInt(one.length + 1);
        String piece = new String(piece(), StandardCharsets.ISO_8859_1) + (random.nextBoolean() ? " " : "");
        int length = (int) Math.pow(10, random.nextDouble(LEAST_POURED, MOST_POURED));
        byte[] poured = bytes(piece.repeat(length / piece.length()));
        return joined(Arrays.copyOf(one, at), poured, Arrays.copyOfRange(one, at, one.length));
    }

    private byte[] small() {
        return switch (random.nextInt(8)) {
            case 0 -> arbitrary();
            case 1 -> repeated();
            case 2 -> nested();
            default -> spoilt();
        };
    }

    private byte[] arbitrary() {
        byte[] bytes = new byte[random.nextInt(20_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] repeated() {
        byte[] piece = piece();
        return bytes(
                new String(piece, StandardCharsets.ISO_8859_1).repeat(1 + random.nextInt(MOST / 4 / piece.length)));
    }

    private byte[] nested() {
        String open = new String(piece(), StandardCharsets.ISO_8859_1);
        byte[] one = one();
        String middle = new String(one, 0, Math.min(one.length, 5_000), StandardCharsets.ISO_8859_1);
        int at = random.nextInt(middle.length() + 1);
        return bytes(middle.substring(0, at) + open.repeat(random.nextInt(5_000)) + middle.substring(at));
    }

    private byte[] spoilt() {
        byte[] bytes = one().clone();
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes && bytes.length > 0 && bytes.length < MOST; i++) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(200));
        return switch (random.nextInt(6)) {
            case 0 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
            case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
            case 4 -> joined(Arrays.copyOf(bytes, at), piece(), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> {
                byte[] other = one();
                int from = random.nextInt(other.length);
                yield joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, from, other.length));
            }
        };
    }

    private byte[] one() {
        return good.get(random.nextInt(good.size()));
    }

    private byte[] piece() {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        byte[] joined =
                new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
