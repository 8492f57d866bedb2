package io.vedette.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Source;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFormTest {

    private static final Duration LEAST = Duration.ofSeconds(30);

    @Test
    void whatIsNotWrittenIsAFeedThatIsPolledAsOftenAsItChanges() throws Exception {
        Source source = read("{id: harbour, url: https://news.example/feed.xml}");

        assertThat(source)
                .isEqualTo(Source.newBuilder()
                        .setId("harbour")
                        .setKind("FEED")
                        .setUrl("https://news.example/feed.xml")
                        .build());
    }

    @Test
    void everythingThatIsWrittenComesBackAsItWasWritten() throws Exception {
        String written = """
                {id: port, kind: LISTING, url: "https://port.example/press?page=1", name: Port authority, country: ua,
                 language: uk, covers: the coast, enabled: false, interval: 15m, page: ALWAYS, mapping: ministry,
                 evidence: true, textDelivery: SNIPPET, labels: [coast, official]}
                """;

        SourceForm form = form(written);

        assertThat(SourceForm.of(form.source(LEAST))).isEqualTo(form);
        assertThat(SourceForm.read(Json.MAPPER.writeValueAsBytes(form))).isEqualTo(form);
    }

    @Test
    void everyPartHasOneSpelling() throws Exception {
        Source source = read("{id: a, kind: sitemap, url: ' HTTPS://Bücher.Example:8443/Pfad?q=ä#oben', country: UA,"
                + " language: pt-br, name: '  ', interval: 120s, textDelivery: none, labels: [a, a]}");

        assertThat(source.getKind()).isEqualTo("SITEMAP");
        assertThat(source.getUrl()).isEqualTo("https://xn--bcher-kva.example:8443/Pfad?q=%C3%A4");
        assertThat(source.getCountry()).isEqualTo("ua");
        assertThat(source.getLanguage()).isEqualTo("pt-BR");
        assertThat(source.getName()).isNull();
        assertThat(source.getTextDelivery()).isEqualTo("NONE");
        assertThat(source.getLabels()).containsExactly("a");
        assertThat(SourceForm.of(source).interval()).isEqualTo("2m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{url: 'https://a.example/'} | id: is missing; write a short name",
                "{id: 'a b', url: 'https://a.example/'} | id: \"a b\" can't be used; write 1 to 100 letters",
                "{id: '..', url: 'https://a.example/'} | id: \"..\" can't be used",
                "{id: a} | url: is missing",
                "{id: a, url: 'ftp://a.example/'} | url: \"ftp://a.example/\" is no address that can be asked",
                "{id: a, url: 'https://me:secret@a.example/'} | url: holds a user or password, which everybody could read",
                "{id: a, url: 'https://a b/'} | url: \"https://a b/\" is no URL",
                "{id: a, url: 'https://a_b..example/'} | url: \"https://a_b..example/\" ",
                "{id: a, url: 'https://a.example:99999/'} | url: \"https://a.example:99999/\" has no host",
                "{id: a, url: 'https://a.example/', kind: podcast} | kind: \"podcast\" is none of them; write one of FEED, SITEMAP, LISTING, PAGE",
                "{id: a, url: 'https://a.example/', page: maybe} | page: \"maybe\" is none of them; write one of TEASER, ALWAYS, NEVER",
                "{id: a, url: 'https://a.example/', textDelivery: some} | textDelivery: \"some\" is none of them; write one of FULL, SNIPPET, NONE",
                "{id: a, url: 'https://a.example/', country: ukr} | country: \"ukr\" is no country; write two letters",
                "{id: a, url: 'https://a.example/', language: english_} | language: \"english_\" is no language; write a BCP 47 tag",
                "{id: a, url: 'https://a.example/', interval: often} | interval: \"often\" is no period; write for example 5m",
                "{id: a, url: 'https://a.example/', interval: 10s} | interval: \"10s\" is out of range; write 30s to 7d",
                "{id: a, url: 'https://a.example/', interval: 30d} | interval: \"30d\" is out of range; write 30s to 7d",
                "{id: a, url: 'https://a.example/', kind: LISTING} | mapping: is missing; a LISTING is read by one",
                "{id: a, url: 'https://a.example/', mapping: telegram} | mapping: \"telegram\" is of no use to a FEED",
                "{id: a, url: 'https://a.example/', kind: LISTING, mapping: ../x} | mapping: \"../x\" is no name of a mapping",
                "{id: a, url: 'https://a.example/', labels: ['#1']} | labels: \"#1\" can't be used",
            })
    void whatIsWrongIsNamedWithItsValueAndWhatToWrite(String written, String message) throws Exception {
        SourceForm form = form(written);

        assertThatThrownBy(() -> form.source(LEAST))
                .isInstanceOf(InvalidSourceException.class)
                .hasMessageStartingWith(message)
                .extracting(thrown -> ((InvalidSourceException) thrown).field())
                .isEqualTo(message.substring(0, message.indexOf(':')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "x", "\u0000"})
    void wordsOnSeveralLinesOrWithoutEndAreRefused(String name) {
        String words = name.equals("x") ? name.repeat(201) : name;
        SourceForm form = new SourceForm(
                "a", null, "https://a.example/", words, null, null, null, null, null, null, null, null, null, null);

        assertThatThrownBy(() -> form.source(LEAST)).hasMessageContaining("write up to 200 characters on one line");
    }

    @Test
    void whatAFormDoesNotSayStaysAsItWas() throws Exception {
        SourceForm before = form("{id: a, url: 'https://a.example/', name: A, interval: 5m, enabled: false}");

        assertThat(form("{url: 'https://a.example/new', name: B}").over(before))
                .isEqualTo(form("{id: a, url: 'https://a.example/new', name: B, interval: 5m, enabled: false}"));
    }

    @Test
    void aMisspeltFieldIsRefusedAndWhatTheServerSetsIsPassedOver() throws Exception {
        assertThatThrownBy(() -> form("{id: a, url: 'https://a.example/', intervall: 5m}"))
                .isInstanceOf(InvalidSourceException.class)
                .hasMessageStartingWith("intervall: there is no such field; there are id, kind, url, ");
        assertThat(form("{id: a, url: 'https://a.example/', version: 7, updatedBy: me, state: {status: HEALTHY}}"))
                .isEqualTo(new SourceForm(
                        "a",
                        null,
                        "https://a.example/",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static Source read(String yaml) throws JsonProcessingException {
        return form(yaml).source(LEAST);
    }

    /** JSON as YAML writes it on one line. */
    private static SourceForm form(String yaml) throws JsonProcessingException {
        return SourceForm.read(new ObjectMapper(new YAMLFactory()).readTree(yaml));
    }
}
