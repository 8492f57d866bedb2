package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.Mention;
import io.vedette.text.Modality;
import io.vedette.text.Span;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.claim.ClaimTagger;
import io.vedette.text.gazetteer.GazetteerReader;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.mention.MentionTagger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first demo article claims, and who says so, with the mentions that are really found in it. */
class SeedArticleClaimsTest {

    private static String article;
    private static List<Mention> mentions;
    private static List<Claim> claims;

    @BeforeAll
    static void tagTheArticle() throws IOException {
        try (InputStream in = Seeds.open("articles/seed-article.txt")) {
            article = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Document document = new Document(null, article, "en", Instant.parse("2022-09-13T08:00:00Z"));
        TokenizedDocument tokenized = TokenizedDocument.of(document);
        MentionTagger tagger = new MentionTagger(GazetteerReader.read(Seeds::open, Seeds.version("gazetteer")));
        mentions = tagger.tag(tokenized);
        ClaimLexicon lexicon = ClaimLexicon.read(name -> Seeds.open("claims/" + name));
        claims = new ClaimTagger(lexicon).tag(tokenized, mentions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1st Guards Tank Army, one of   | CAPABILITY_LOSS   | ASSERTED | British intelligence
                    taken control of Vovchansk     | TERRITORY_CONTROL | ASSERTED | Ukraine’s border guard
                    retreated from territories     | WITHDRAWAL        | ASSERTED | Moscow
                    troops were moving toward      | FORCE_MOVEMENT    | ASSERTED | Ivan Fedorov
                    columns of military equipment  | FORCE_MOVEMENT    | ASSERTED | Ivan Fedorov
                    with “massive strikes”         | AIR_DRONE_STRIKE  | ASSERTED | Igor Konashenkov
                    more than £260 million         | INTERFERENCE      | ASSERTED | United States Department of State
                    interest in peace talks        | NEGOTIATION       | POSSIBLE | Abbas Gallyamov
                    """)
    void findsTheClaimAndWhomItIsFrom(String words, ClaimType type, Modality modality, String source) {
        assertThat(in(words)).anySatisfy(claim -> {
            assertThat(claim.type()).isEqualTo(type);
            assertThat(claim.modality()).isEqualTo(modality);
            assertThat(claim.background()).isFalse();
            assertThat(claim.sourceMention()).isNotNull();
            assertThat(mentions.get(claim.sourceMention()).text()).contains(source);
        });
    }

    @Test
    void keepsWhatIsSaidAndByWhichWords() {
        Claim claim = in("columns of military equipment").get(0);
        assertThat(words(claim.source())).isEqualTo("he");
        assertThat(words(claim.cue())).isEqualTo("said");
        assertThat(words(claim.content())).startsWith("that columns of").endsWith("Ukrainian mainland");
        assertThat(claim.sourceEntityId()).isNotNull();
    }

    @Test
    void datesTheMoneySpentSince2014() {
        assertThat(in("more than £260 million")).anySatisfy(claim -> {
            assertThat(claim.when()).isNotNull();
            assertThat(claim.when().from()).hasToString("2014-01-01");
            assertThat(claim.when().to()).hasToString("2022-09-13");
        });
    }

    @Test
    void deniesTheStrikesOfWhichThereWereNoIndications() {
        assertThat(in("no indications of an abrupt spike"))
                .anySatisfy(claim -> assertThat(claim.modality()).isEqualTo(Modality.DENIED));
    }

    @Test
    void namesTheActorsAndPlacesOfTheSentence() {
        Claim claim = in("taken control of Vovchansk").get(0);
        assertThat(claim.places()).extracting(i -> mentions.get(i).text()).contains("Vovchansk");
        assertThat(claim.actors()).isNotEmpty();
    }

    private static List<Claim> in(String words) {
        int at = article.indexOf(words);
        assertThat(at).as("position of \"%s\"", words).isNotNegative();
        return claims.stream()
                .filter(claim -> claim.start() <= at && at < claim.end())
                .toList();
    }

    private static String words(Span span) {
        return span == null ? "" : article.substring(span.start(), span.end());
    }
}
