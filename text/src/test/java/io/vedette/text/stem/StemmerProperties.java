package io.vedette.text.stem;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StemmerProperties {

    @Property(tries = 5_000)
    void anyStringHasAStemInAnyLanguageAndAlwaysTheSame(@ForAll("languages") String language, @ForAll String word) {
        Stemmer stemmer = Stemmers.of(language);

        String stem = stemmer.stem(word);

        assertThat(stem.isEmpty()).isEqualTo(word.isEmpty());
        assertThat(stemmer.stem(new String(word.toCharArray()))).isEqualTo(stem);
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of(
                "ar", "hy", "eu", "ca", "da", "nl", "en", "et", "fi", "fr", "de", "el", "hi", "hu", "id", "ga", "it",
                "lt", "ne", "no", "pt", "ro", "ru", "sr", "es", "sv", "ta", "tr", "yi", "uk", "und");
    }
}
