package io.vedette.text.gazetteer.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.gazetteer.image.NameSource;
import io.vedette.text.gazetteer.image.PlaceImageWriter;
import io.vedette.text.gazetteer.image.PlaceLevel;
import io.vedette.text.gazetteer.image.PlaceName;
import io.vedette.text.gazetteer.image.PlaceRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GazetteerCheckTest {

    private final Map<String, String> files = new HashMap<>(Map.of(
            "countries.tsv",
            "UA|Ukraine||Ukrainian|49|32|690791|41|area:europe",
            "country-names.tsv",
            "UA|uk|Україна|український",
            "states.tsv",
            "mil|ARMED_FORCE|Armed forces of {name}|{demonym} army/{name}'s army",
            "disputed.tsv",
            "admin1:UA.07|||made up",
            "places.txt",
            "places-own.tsv",
            "places-own.tsv",
            "area:europe|REGION|Europe|||48.7|9.1|||Європа",
            "actors.txt",
            "actors/people.tsv",
            "actors/people.tsv",
            "person:a|PERSON|UA|Anna Bilyk|Bilyk|2020-01-01|2024-12-31|minister"));

    {
        files.put("peoples.tsv", "UA|українець/українці");
        files.put("state-names.tsv", "uk|mil|{adjective} військо");
        files.put("other-names.tsv", "UA.mil|ЗСУ");
    }

    /** Cells are parted by bars here, and parts of a cell by slashes. */
    private InputStream open(String path) throws IOException {
        if (path.equals("gazetteer/places.img")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PlaceRow region = new PlaceRow(
                    PlaceLevel.DIVISION1,
                    0,
                    "A.ADM1",
                    "UA.07",
                    50,
                    36,
                    1,
                    List.of(new PlaceName("Kharkiv", NameSource.MAIN)));
            PlaceImageWriter.write("test", List.of(region), out);
            return new ByteArrayInputStream(out.toByteArray());
        }
        String text = files.get(path.replace("gazetteer/", ""));
        if (text == null) {
            throw new FileNotFoundException("there is no " + path);
        }
        String table = text.replace('|', '\t').replace('/', '|');
        return new ByteArrayInputStream((path.endsWith("txt") ? text : table).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> found(String file, String... rows) {
        files.merge(file, String.join("\n", rows), (before, more) -> before + "\n" + more);
        return GazetteerCheck.run(this::open, List.of()).stream()
                .map(Finding::toString)
                .toList();
    }

    private static void assertOne(List<String> found, String start, String... parts) {
        assertThat(found)
                .singleElement()
                .satisfies(finding -> assertThat(finding).startsWith(start).contains("; "));
        List.of(parts).forEach(part -> assertThat(found.get(0)).contains(part));
    }

    @Test
    void findsNamesOfWhatThereIsNot() {
        assertThat(found("other-names.tsv", "person:z|Зоя"))
                .singleElement()
                .asString()
                .contains("person:z");
        files.put("other-names.tsv", "");
        assertThat(found("state-names.tsv", "uk|navy|{adjective} флот"))
                .singleElement()
                .asString()
                .contains("navy");
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(found("places-own.tsv", "admin1:UA.07|REGION|Kharkiv Oblast|UA|country:UA|49.6|36.4|||Харківщина"))
                .isEmpty();
    }

    @Test
    void findsIdsThatAreGivenTwice() {
        assertOne(
                found("actors/people.tsv", "person:a|PERSON|UA|Anna Bondar"),
                "actors/people.tsv:2: error: the id person:a",
                "actors/people.tsv, line 1");
    }

    @Test
    void findsCountriesAndAreasThatThereAreNot() {
        assertOne(found("actors/people.tsv", "person:b|PERSON|UK|Bob"), "actors/people.tsv:2: error", "no country UK");
        files.put("actors/people.tsv", "");
        assertOne(
                found("places-own.tsv", "place:x|REGION|X|UA|area:atlantis/admin1:UA.07|1|1"),
                "places-own.tsv:2: error",
                "area:atlantis");
    }

    @Test
    void findsTypesThatThereAreNot() {
        assertOne(
                found("actors/people.tsv", "person:b|COUNTRY|UA|Bob"),
                "actors/people.tsv:2: error",
                "COUNTRY",
                "PERSON");
    }

    @Test
    void findsDaysThatAreNoneOrTheWrongWayRound() {
        assertOne(
                found("actors/people.tsv", "person:b|PERSON|UA|Bob||2024-02-30"),
                "actors/people.tsv:2: error: valid-from is no day: 2024-02-30");
        files.put("actors/people.tsv", "");
        assertOne(
                found("actors/people.tsv", "person:b|PERSON|UA|Bob||2024-03-01|2024-02-01"),
                "actors/people.tsv:2: error: ends on 2024-02-01");
    }

    @Test
    void findsCoordinatesThatAreNowhere() {
        assertOne(
                found("places-own.tsv", "place:x|REGION|X|UA|country:UA|149.6|36.4"),
                "places-own.tsv:2: error: latitude 149.6 is beyond 90");
        assertThat(found("places-own.tsv", "place:y|REGION|Y|UA|country:UA|0|0", "place:z|REGION|Z|UA|country:UA|x|1"))
                .hasSize(3)
                .anyMatch(finding -> finding.contains(":3: error: lies at 0, 0"))
                .anyMatch(finding -> finding.contains(":4: error: latitude is no number: x"));
    }

    @Test
    void findsColumnsThatNobodyReadsAndThoseThatAreEmpty() {
        assertOne(
                found("actors/people.tsv", "person:b|PERSON|UA|Bob|||||surplus"),
                "actors/people.tsv:2: error: has 9 columns");
        files.put("actors/people.tsv", "");
        assertOne(
                found("actors/people.tsv", "person:b|PERSON|UA|"), "actors/people.tsv:2: error: column name is empty");
    }

    @Test
    void findsHeadersThatPromiseOtherColumns() {
        files.put("actors/people.tsv", "");
        assertOne(
                found("actors/people.tsv", "# id|type|name|country", "person:b|PERSON|UA|Bob"),
                "actors/people.tsv: error: its header",
                "id, type, country, name");
    }

    @Test
    void warnsOfNamesThatTwoActorsClaimForTheSameDays() {
        assertOne(
                found("actors/people.tsv", "person:b|PERSON|UA|Bohdan Bilyk|Bilyk|2024-06-01"),
                "actors/people.tsv:2: warning: Bilyk is person:b and also person:a of actors/people.tsv, line 1");
        files.put("actors/people.tsv", "person:a|PERSON|UA|Anna Bilyk|Bilyk|2020-01-01|2024-12-31");
        assertThat(found("actors/people.tsv", "person:b|PERSON|UA|Bohdan Bilyk|Bilyk|2025-01-01"))
                .isEmpty();
    }

    @Test
    void knowsThatCapitalsTellNamesApart() {
        assertThat(found(
                        "actors/people.tsv",
                        "org:w|ORGANISATION||World Watch|WATCH",
                        "org:v|ORGANISATION||Watch|~watchers"))
                .isEmpty();
    }

    @Test
    void warnsOfAliasesThatSayNothingNewAndRefusesEmptyOnes() {
        assertOne(
                found("actors/people.tsv", "person:b|PERSON|UA|Émile|Emile"),
                "actors/people.tsv:2: warning: the alias Emile says nothing new");
        files.put("actors/people.tsv", "");
        assertOne(
                found("actors/people.tsv", "person:b|PERSON|UA|Bob|Bobby//Rob"),
                "actors/people.tsv:2: error: has an alias that is empty");
    }

    @Test
    void namesOfWhatStatesHaveBelongToTheCountryOfTheirId() {
        assertOne(
                found("actors/people.tsv", "UA.mil|ARMED_FORCE||Armed forces|ZSU"),
                "actors/people.tsv:2: error: UA.mil");
    }

    @Test
    void saysWhichFileIsMissing() {
        files.remove("disputed.tsv");
        assertOne(found("actors.txt"), "disputed.tsv: error: can't be read");
    }

    @Test
    void checksFurtherFilesBesideThoseOfTheGazetteer() {
        files.put("my.tsv", "person:a|PERSON|UA|Another");
        assertThat(GazetteerCheck.run(this::open, List.of("my.tsv")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.file()).isEqualTo("my.tsv"));
    }
}
