package io.vedette.text.story;

import io.vedette.text.language.LanguageDetector;
import java.util.Arrays;

/** Words that say nothing about what a text is about: the commonest of each language, and those of every news text. */
final class CommonWords {

    private static final String ENGLISH =
            "the of and to in that is was for on with as by at from it he said are his be have has were this which not but"
                    + " they who an had will their been would after its more new about or there when what out if so than"
                    + " then into over also up down no can could may might must shall should one two all any some other"
                    + " another do does did done just only very most much many such these those while where how because"
                    + " during before between against under again she her him them our your my me us we you i am a off"
                    + " through until since without within among around both each few own same too here why whether"
                    + " though although however yet still even ever never now well back away being having get got gets"
                    + " getting make makes made making take takes took taken go goes going went gone come comes came"
                    + " coming say says saying told tell tells according report reports reported reporting news story"
                    + " like way thing things lot really quite rather else every first last next day days week weeks"
                    + " month months year years time times today yesterday tomorrow mr mrs ms dr p.m a.m percent per cent"
                    + " people man men woman women read more click share photo image video copyright reserved rights"
                    + " s t re ve ll d m don didn isn wasn doesn hasn won wouldn couldn";

    private static final int[] HASHES = hashes();

    private CommonWords() {}

    static boolean contains(int hash) {
        return Arrays.binarySearch(HASHES, hash) >= 0;
    }

    private static int[] hashes() {
        Collector collector = new Collector();
        WordScanner scanner = new WordScanner();
        scanner.scan(ENGLISH, collector);
        LanguageDetector.stopWords().forEach(word -> scanner.scan(word, collector));
        return Arrays.stream(collector.hashes, 0, collector.count)
                .sorted()
                .distinct()
                .toArray();
    }

    private static final class Collector implements WordScanner.Sink {

        private int[] hashes = new int[1024];
        private int count;

        @Override
        public void word(int hash, int start, boolean number, boolean capital, int length) {
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * count);
            }
            hashes[count++] = hash;
        }

        @Override
        public void sentence() {
            // a list has none
        }
    }
}
