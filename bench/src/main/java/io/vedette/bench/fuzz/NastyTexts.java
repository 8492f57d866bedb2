package io.vedette.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes texts that nobody writes: arbitrary bytes and characters, one thing repeated, deep nesting, and sentences cut,
 * shuffled and strewn with all that.  The same generator gives the same texts.  For one thread.
 */
final class NastyTexts {

    private static final List<String> PIECES = List.of(
            "\"",
            "“",
            "”",
            "«",
            "»",
            "„",
            "‘",
            "’",
            "'",
            "''",
            "(",
            ")",
            "[",
            "]",
            ",",
            ";",
            ":",
            ".",
            "...",
            "-",
            "--",
            "—",
            "'s",
            "’s",
            "\n",
            "\n\n",
            "\r",
            "\t",
            "\0",
            "\u200b",
            "\u00ad",
            "\ud83d\ude80",
            "\ud83d",
            "\ude80",
            "\ufeff",
            "said",
            "he said",
            "according to",
            "the",
            "of",
            "and",
            "who",
            "that",
            "denied that",
            "if",
            "not",
            "killed",
            "at least",
            "1,000",
            "$1.5bn",
            "72nd",
            "1st",
            "Guards",
            "Brigade",
            "Army",
            "Jr.",
            "U.S.",
            "Gen.",
            "St.",
            "Mr.",
            "a",
            "I",
            "Moscow",
            "Paris",
            "Texas",
            "Kyiv",
            "Київ",
            "Харкові",
            "Москве",
            "القاهرة",
            "بالقاهرة",
            "Berlins",
            "l'Ukraine",
            "北京",
            "last week",
            "since March",
            "on Tuesday",
            "in 1999",
            "İstanbul",
            "ǅ",
            "ﬃ",
            "ß",
            "e\u0301",
            "\u0644\u0644",
            "Ⅳ");

    private static final int MOST = 12_000;

    private final RandomGenerator random;
    private final List<String> sentences;

    /** @param sentences real ones, to be spoilt */
    NastyTexts(RandomGenerator random, List<String> sentences) {
        this.random = random;
        this.sentences = List.copyOf(sentences);
    }

    String next() {
        return switch (random.nextInt(6)) {
            case 0 -> bytes();
            case 1 -> characters();
            case 2 -> repeated();
            case 3 -> nested();
            case 4 -> pieces();
            default -> spoilt();
        };
    }

    private String bytes() {
        byte[] bytes = new byte[random.nextInt(MOST)];
        random.nextBytes(bytes);
        return new String(bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
    }

    private String characters() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(MOST / 4);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x110000) : 32 + random.nextInt(0x700));
        }
        return text.toString();
    }

    private String repeated() {
        String one = piece() + (random.nextBoolean() ? " " : "");
        return one.repeat(1 + random.nextInt(MOST / one.length()));
    }

    private String nested() {
        int depth = random.nextInt(2_000);
        String open = piece();
        String close = piece();
        return (open + " ").repeat(depth) + sentence() + (" " + close).repeat(random.nextInt(depth + 1));
    }

    private String pieces() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(MOST / 8);
        for (int i = 0; i < length; i++) {
            text.append(piece());
            if (random.nextInt(4) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private String spoilt() {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            String sentence = sentence();
            int cut = random.nextInt(sentence.length() + 1);
            text.append(sentence, 0, cut).append(piece());
            if (random.nextBoolean()) {
                text.append(sentence, cut, sentence.length()).append(' ');
            }
        }
        return text.toString();
    }

    private String sentence() {
        return sentences.get(random.nextInt(sentences.size()));
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
