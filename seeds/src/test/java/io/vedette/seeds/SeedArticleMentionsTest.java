package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.vedette.text.Document;
import io.vedette.text.Location;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerReader;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.mention.MentionTagger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedArticleMentionsTest {

    private static Gazetteer gazetteer;
    private static MentionTagger tagger;
    private static String article;
    private static List<Mention> mentions;

    @BeforeAll
    static void tagTheArticle() throws IOException {
        gazetteer = GazetteerReader.read(Seeds::open, Seeds.version("gazetteer"));
        tagger = new MentionTagger(gazetteer);
        try (InputStream in = Seeds.open("articles/seed-article.txt")) {
            article = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        mentions = tag(article);
    }

    private static List<Mention> tag(String text) {
        return tagger.tag(TokenizedDocument.of(Document.of(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1st Guards Tank Army | MILITARY_UNIT | ru-1gta
            British intelligence | AGENCY | GB.intel
            Ukraine’s border guard | AGENCY | UA.border
            Ukraine’s military | ARMED_FORCE | UA.mil
            Russian troops | ARMED_FORCE | RU.mil
            Volodymyr Zelenskyy | PERSON | person:volodymyr-zelenskyy
            Zelenskyy | PERSON | person:volodymyr-zelenskyy
            Ivan Fedorov | PERSON | person:ivan-fedorov
            Abbas Gallyamov | PERSON | person:abbas-gallyamov
            Gallyamov | PERSON | person:abbas-gallyamov
            Putin | PERSON | person:vladimir-putin
            Biden | PERSON | person:joe-biden
            Igor Konashenkov | PERSON | person:igor-konashenkov
            Russia’s Defense Ministry | AGENCY | RU.mod
            Antony Blinken | PERSON | person:antony-blinken
            United States Department of State | AGENCY | US.state
            NATO | ORGANISATION | nato
            Telegram | COMPANY | telegram
            Moscow | GOVERNMENT | RU.gov
            """)
    void findsTheActors(String words, MentionType type, String id) {
        assertThat(mentions)
                .filteredOn(mention -> mention.kind() == MentionKind.ACTOR)
                .anySatisfy(mention -> {
                    assertThat(mention.text()).startsWith(words);
                    assertThat(mention.type()).isEqualTo(type);
                    assertThat(mention.entityId()).isEqualTo(id);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Vovchansk | SETTLEMENT | geo:689304 | 50.3 | 36.9
            Kharkiv | REGION | admin1:UA.07 | 49.6 | 36.5
            Melitopol | SETTLEMENT | geo:701404 | 46.8 | 35.4
            Zaporizhia | REGION | admin1:UA.26 | 47.3 | 35.8
            Crimea | REGION | area:crimea | 45.3 | 34.4
            Crimean Peninsula | REGION | area:crimea | 45.3 | 34.4
            Chonhar | SETTLEMENT | place:chonhar | 46.0 | 34.5
            Donbas | REGION | area:donbas | 48.3 | 38.4
            Kiev | SETTLEMENT | geo:703448 | 50.5 | 30.5
            Kyiv | SETTLEMENT | geo:703448 | 50.5 | 30.5
            Ukrainian | DEMONYM | country:UA | 49.0 | 32.0
            """)
    void findsThePlacesAndWhereTheyAre(String words, MentionType type, String id, double latitude, double longitude) {
        assertThat(mentions).anySatisfy(mention -> {
            assertThat(mention.text()).isEqualTo(words);
            assertThat(mention.type()).isEqualTo(type);
            assertThat(mention.entityId()).isEqualTo(id);
            Location location = mention.location();
            assertThat(location).isNotNull();
            assertThat(location.latitude()).isCloseTo(latitude, offset(0.3));
            assertThat(location.longitude()).isCloseTo(longitude, offset(0.3));
        });
    }

    @Test
    void aMetonymIsTwoMentionsOnOneSpan() {
        int start = article.indexOf("Moscow has recognized");
        assertThat(mentions)
                .filteredOn(mention -> mention.start() == start)
                .extracting(Mention::type)
                .containsExactlyInAnyOrder(MentionType.SETTLEMENT, MentionType.GOVERNMENT);
    }

    @Test
    void everyMentionSpansItsWordsAndNamesItsRule() {
        assertThat(mentions).allSatisfy(mention -> {
            assertThat(article.substring(mention.start(), mention.end())).isEqualTo(mention.text());
            assertThat(mention.rule()).isNotBlank();
            assertThat(mention.confidence()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void telegramIsNoPlace() {
        assertThat(mentions)
                .filteredOn(mention -> mention.text().equals("Telegram"))
                .extracting(Mention::kind)
                .containsOnly(MentionKind.ACTOR);
    }

    @Test
    void aBrigadeIsNotTheArmyOfTheSameNumber() {
        assertThat(tag("The 1st Guards Tank Brigade moved.")).singleElement().satisfies(mention -> {
            assertThat(mention.text()).isEqualTo("1st Guards Tank Brigade");
            assertThat(mention.entityId()).isNull();
        });
    }

    @Test
    void hamasIsNoTown() {
        assertThat(tag("Hamas fired rockets.")).extracting(Mention::type).containsExactly(MentionType.ARMED_GROUP);
    }

    @Test
    void whatStandsBehindTheCommaDecides() {
        assertThat(tag("A fire broke out in Paris, Texas, on Monday."))
                .first()
                .satisfies(mention -> assertThat(mention.country()).isEqualTo("US"));
        assertThat(tag("A fire broke out in Paris on Monday."))
                .first()
                .satisfies(mention -> assertThat(mention.country()).isEqualTo("FR"));
    }

    @Test
    void aUnitOfAnyNumberIsFoundByItsGrammar() {
        assertThat(tag("Soldiers of the 14th Brigade's 2nd Battalion and the 10th Mountain Division."))
                .filteredOn(mention -> mention.type() == MentionType.MILITARY_UNIT)
                .extracting(Mention::text)
                .containsExactly("14th Brigade", "2nd Battalion", "10th Mountain Division");
    }

    @Test
    void namesAndAreasAreThereForWatches() {
        assertThat(gazetteer.places("Kiev")).contains("geo:703448");
        assertThat(gazetteer.actors("1st guards tank army")).containsExactly("ru-1gta");
        assertThat(gazetteer.within("geo:701404", "country:UA")).isTrue();
        assertThat(gazetteer.within("geo:701404", "admin1:UA.26")).isTrue();
        assertThat(gazetteer.within("geo:701404", "country:RU")).isFalse();
        assertThat(gazetteer.suggestions(MentionKind.PLACE, "Melitopil", 3)).contains("Melitopol");
    }

    @Test
    void anythingCanBeTagged() {
        assertThat(tag("")).isEmpty();
        assertThat(tag("\0 \uD83D said, of the 1st (").size()).isGreaterThanOrEqualTo(0);
    }
}
