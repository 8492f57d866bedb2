package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Document;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerReader;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.mention.MentionTagger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorSeedsTest {

    private static Gazetteer gazetteer;
    private static MentionTagger tagger;

    @BeforeAll
    static void read() throws IOException {
        gazetteer = GazetteerReader.read(Seeds::open, "test");
        tagger = new MentionTagger(gazetteer);
    }

    @Test
    void everyFileOfActorsIsListed() throws IOException {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Seeds.open("gazetteer/actors.txt"), StandardCharsets.UTF_8))) {
            List<String> listed = in.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> "gazetteer/" + line.strip())
                    .toList();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(Seeds.list("gazetteer/actors"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Zelenskiy, person:volodymyr-zelenskyy",
        "Володимир Зеленський, person:volodymyr-zelenskyy",
        "Gadhafi, person:muammar-gaddafi",
        "Qaddafi, person:muammar-gaddafi",
        "Kadhafi, person:muammar-gaddafi",
        "نتنياهو, person:benjamin-netanyahu",
        "Lukaschenko, person:alexander-lukashenko",
        "Verkhovna Rada, UA.parliament",
        "Foggy Bottom, US.state",
        "Кремль, RU.gov",
        "КСИР, IR.irgc",
        "الجيش السوداني, SD.mil",
        "72nd Separate Mechanised Brigade, ua-72mb",
        "72-га окрема механізована бригада, ua-72mb",
        "Al-Shabab, alshabaab",
        "Médecins sans frontières, msf",
        "Syrian state media, SY.statemedia"
    })
    void anActorIsOneUnderAllItsNames(String name, String id) {
        assertThat(gazetteer.actors(name)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "Ukraine, ukrainien, country:UA",
        "Deutschland, deutsch, country:DE",
        "Estados Unidos, estadounidense, country:US",
        "Соединённые Штаты, американский, country:US",
        "Угорщина, угорський, country:HU",
        "اليمن, يمني, country:YE"
    })
    void aCountryIsOneInAllLanguages(String name, String adjective, String id) {
        assertThat(gazetteer.places(name)).contains(id);
        assertThat(gazetteer.places(adjective)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "The group said the drill began in the morning., drill",
        "They hope for peace and will march in may., may",
        "He will mark the day with art and grace., will"
    })
    void wordsInLowerCaseAreNobody(String text, String word) {
        List<Mention> mentions = tagger.tag(TokenizedDocument.of(Document.of(text)));
        assertThat(mentions)
                .filteredOn(mention -> mention.kind() == MentionKind.ACTOR)
                .extracting(Mention::text)
                .doesNotContain(word);
    }
}
