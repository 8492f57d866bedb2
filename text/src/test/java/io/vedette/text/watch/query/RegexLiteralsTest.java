package io.vedette.text.watch.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexLiteralsTest {

    @ParameterizedTest(name = "{0} needs {1}")
    @CsvSource(delimiter = ';', textBlock = """
                    tanks?                        ; tank
                    tank+s                        ; tank
                    artill(ery|erie)s? (fire|now) ; artill
                    (su|mig)-[0-9]{2}             ; ''
                    (sukhoi|mig-29)               ; mig sukhoi
                    (sukhoi|tupolev|mikoyan)s?    ; mikoyan sukhoi tupolev
                    (?:(?P<who>drone)s) hit       ; drones
                    (?i)Kursk                     ; kursk
                    (Kursk)?Belgorod{2,3}         ; belgorod
                    (Kursk){0,2}Orel              ; orel
                    (Kursk){1,2}Orel              ; kursk
                    [a-z]+ed                      ; ''
                    tank|[a-z]+s                  ; ''
                    [[:alpha:]]+burg              ; burg
                    [^]a]burg                     ; burg
                    [[:alpha:]tank]+burg          ; burg
                    quʼécole                      ; ecole
                    \\Qa.b(c\\E.*drone            ; drone
                    \\x{64}rone\\pLaria\\x41bomb  ; rone
                    \\bЛьвів\\b                   ; львів
                    Ёлочка                        ; елочка
                    café.noir                     ; cafe
                    ab\\.cd                       ; ''
                    """)
    void lettersThatAnyMatchHasAreFound(String pattern, String letters) {
        assertThat(String.join(" ", RegexLiterals.of(pattern))).isEqualTo(letters);
    }

    /** Letters of several cases and forms, and what separates words. */
    private static final List<String> PIECES = List.of(
            "tan", "K", "k", "\u212A", "s", "\u017F", "Д", "д", "ё", "é", "å", "\u212B", "3", " ", "-", "'", ".",
            "\u1C81");

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whereAMadePatternIsFoundThereIsAWordWithItsLetters(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String pattern = pattern(random, 3);
            Set<String> letters = RegexLiterals.of(pattern);
            Pattern compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
            for (int j = 0; j < 40 && !letters.isEmpty(); j++) {
                String text = text(random);
                if (compiled.matcher(text).find()) {
                    assertThat(letters).as("%s in %s", pattern, text).anyMatch(some -> hasWordWith(text, some));
                }
            }
        }
    }

    private static boolean hasWordWith(String text, String letters) {
        return Words.of(text).stream().anyMatch(word -> word.contains(letters));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            text.append(one(PIECES, random));
        }
        return text.toString();
    }

    private static String pattern(Random random, int depth) {
        String piece = one(PIECES.subList(0, PIECES.size() - 1), random);
        if (depth == 0) {
            return piece.equals(".") ? "\\." : piece;
        }
        String inner = pattern(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> "(" + inner + "|" + pattern(random, depth - 1) + ")";
            case 1 -> "(?:" + inner + ")" + one(List.of("?", "*", "+", "{2}", "{0,2}", "{1,}?"), random);
            case 2 ->
                "(" + inner + ")" + one(List.of("?", "+", "*?", "[tank]", ".", "\\w", "\\Qs.K\\E", "\\x{64}"), random);
            case 3 -> "\\b" + inner;
            default -> inner + pattern(random, depth - 1);
        };
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
