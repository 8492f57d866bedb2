package io.vedette.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.token.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The army said on Tuesday that it had taken the town after a week of fighting.
            uk | Військові повідомили, що після тижня боїв вони взяли місто під контроль.
            ru | Военные сообщили, что после недели боёв они взяли город под контроль.
            ar | قال الجيش إنه سيطر على المدينة بعد أسبوع من القتال في شمال البلاد
            fr | L'armée a annoncé qu'elle avait pris la ville après une semaine de combats dans le nord.
            de | Die Armee hat nach einer Woche die Stadt eingenommen, wie sie am Dienstag mitteilte.
            es | El ejército dijo que había tomado la ciudad después de una semana de combates en el norte.
            und | 1234 5678 ...
            """)
    void tellsTheLanguageOfASentence(String language, String text) {
        assertThat(LanguageDetector.detect(Tokens.of(text))).isEqualTo(language);
    }
}
