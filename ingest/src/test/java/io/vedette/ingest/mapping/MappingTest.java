package io.vedette.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MappingTest {

    private static final URI BASE = URI.create("https://news.example/list");

    @Test
    void theFirstRuleThatGivesAValueFillsAField() throws Exception {
        Mapping mapping = mapping("""
                form: page
                items: li
                fields:
                  url: {select: a, attribute: href}
                  title: [h3, a]
                  text: {attribute: data-text, match: "^Text: (.*)"}
                  source: {value: News}
                """);

        assertThat(map(mapping, "<li data-text='Text: it rained'><a href='/1'>Rain</a></li>"))
                .isEqualTo(new ArticleInput(
                        "it rained", null, "Rain", "https://news.example/1", "News", null, null, null, null, null));
        assertThat(map(mapping, "<li data-text='rain'><a href='/1'>Rain</a></li>")
                        .text())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d MMMM yyyy, HH:mm | fr | Europe/Paris | 3 août 2026, 14:05 | 2026-08-03T12:05:00Z",
                "d MMMM yyyy | uk | Europe/Kyiv | 30 жовтня 2026 | 2026-10-29T22:00:00Z",
                "EEEE, d. MMMM yyyy | de | UTC | Freitag, 30. Oktober 2026 | 2026-10-30T00:00:00Z",
                "dd/MM/yyyy HH:mm XXX | en | UTC | 30/10/2026 10:00 +03:00 | 2026-10-30T07:00:00Z",
                "dd/MM/yyyy | en | UTC | today | today",
            })
    void readsDatesThatAreWrittenForPeople(String format, String locale, String zone, String written, String read)
            throws Exception {
        Mapping mapping = mapping("""
                form: page
                items: p
                fields: {text: b, date: {select: i, format: "%s", locale: %s, zone: %s}}
                """.formatted(format, locale, zone));

        assertThat(map(mapping, "<p><b>x</b><i>" + written + "</i></p>").date()).isEqualTo(read);
    }

    @Test
    void mapsColumns() throws Exception {
        Mapping mapping = Mappings.read(null).get("gdelt-gkg");
        String row = "20261030060000-7\t20261030060000\t1\tnews.example\thttps://news.example/1" + "\t".repeat(22)
                + "<PAGE_LINKS>x</PAGE_LINKS><PAGE_TITLE>Rain &amp; wind &#x2019;26</PAGE_TITLE>";

        Entry entry = new Entry.OfRow(List.of(row.split("\t", -1)));

        assertThat(mapping.separator()).isEqualTo('\t');
        assertThat(mapping.takes(entry)).isTrue();
        assertThat(mapping.takes(new Entry.OfRow(List.of("GKGRECORDID", "DATE"))))
                .isFalse();
        assertThat(mapping.map(entry, BASE).article())
                .isEqualTo(new ArticleInput(
                        "Rain & wind ’26",
                        "20261030060000-7",
                        "Rain & wind ’26",
                        "https://news.example/1",
                        "news.example",
                        "2026-10-30T06:00:00Z",
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void mapsObjects() throws Exception {
        Mapping mapping = Mappings.read(null).get("wiki-dump");

        Entry page = json("""
                {"page_id": 7, "title": "Rain", "text": "It rained.", "timestamp": "2026-10-30T06:00:00Z", "language": "en"}""");

        assertThat(mapping.takes(page)).isTrue();
        assertThat(mapping.takes(json("{\"index\": {\"_id\": \"7\"}}"))).isFalse();
        assertThat(mapping.map(page, BASE).article())
                .isEqualTo(new ArticleInput(
                        "It rained.", "7", "Rain", null, null, "2026-10-30T06:00:00Z", null, "en", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "items: a|x:1: 'form' is missing",
                "form: book|x:1: 'form' is page, table or json",
                "form: page|x:1: 'items' is missing",
                "form: page;items: a|x:1: 'fields' is missing",
                "form: page;items: a;fields: {title: b}|name neither text nor url",
                "form: page;items: a;colour: red|x:3: 'colour' is no key here; there are exclude",
                "form: page;items: 'a[';fields: {text: b}|x:2: 'items' is no CSS selector",
                "form: page;items: a;fields:;  text: b;  body: c|x:5: 'body' is no key here; there are author",
                "form: page;items: a;fields:;  text: {select: b, match: '('}|x:4: 'match' is no regular expression",
                "form: page;items: a;fields:;  text: b;  date: {select: b, zone: Mars}|x:5: 'date' has a zone or a locale",
                "form: page;items: a;fields:;  text: b;  date: {select: b, format: 'b'}|x:5: 'format' is no pattern",
                "form: page;items: a;fields:;  text: b;  date: {select: b, format: yyyy, zone: Mars}|x:5: 'zone' is no time zone",
                "form: page;items: a;fields:;  text: {html: true}|x:4: 'text' says no place",
                "form: table;fields: {text: 0}|'text' is the number of a column",
                "form: table;separator: dot;fields: {text: 1}|x:2: 'separator' is tab",
                "form: json;fields: {text: title}|'text' is no JSON pointer",
                "form: json;items: a;fields: {text: /a}|x:2: 'items' is no key here",
                "form: page;form: page|x:2: 'form' is there twice",
                "a: [|is not YAML",
            })
    void saysWhatIsWrongAndWhere(String yaml, String message) {
        assertThatThrownBy(() -> mapping(yaml.replace(';', '\n')))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFolderAddsMappingsAndReplacesThoseOfTheProduct(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("own.yaml"), "{form: json, fields: {text: /t}}");
        Files.writeString(folder.resolve("gdelt-gkg.yml"), "{form: json, fields: {text: /t}}");
        Files.writeString(folder.resolve("readme.txt"), "no mapping");

        Mappings mappings = Mappings.read(folder);

        assertThat(mappings.names()).contains("own", "telegram-preview").doesNotContain("readme");
        assertThat(mappings.get("gdelt-gkg").form()).isEqualTo(Mapping.Form.JSON);
        assertThatThrownBy(() -> mappings.get("owm"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("own, telegram-preview");
    }

    private static ArticleInput map(Mapping mapping, String html) {
        Element page = Jsoup.parse(html);
        Element item = mapping.items(page).get(0);
        return mapping.map(new Entry.OfPage(item, page, BASE), BASE).article();
    }

    private static Entry json(String object) throws IOException {
        return new Entry.OfJson(Json.MAPPER.readTree(object));
    }

    private static Mapping mapping(String yaml) throws MappingException, IOException {
        return Mapping.read("x", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}
