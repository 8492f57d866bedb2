package io.vedette.text.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanizationTest {

    @ParameterizedTest
    @CsvSource({
        "uk, Згурський Юрій, Zghurskyi Yurii",
        "uk, Яготин, Yahotyn",
        "uk, Знам’янка, Znamianka",
        "uk, Їжакевич Єгор, Yizhakevych Yehor",
        "ru, Щербаков Егор, Shcherbakov Yegor",
        "ru, Ельцин, Yel’tsin",
        "ru, Достоевский, Dostoyevskiy",
        "ru, Подъячев, Pod”yachev",
        "ar, الخطيب, al-khţīb",
        "ar, شفيق, shfīq"
    })
    void namesAreWrittenAsTheStandardHasIt(String language, String name, String latin) {
        assertThat(Romanization.latin(name, language)).isEqualTo(latin);
    }

    @Test
    void whatIsLatinStays() {
        assertThat(Romanization.latin("O'Brien, 5", "ru")).isEqualTo("O'Brien, 5");
        assertThat(Romanization.applies("O'Brien")).isFalse();
        assertThat(Romanization.applies("Їжак")).isTrue();
    }
}
