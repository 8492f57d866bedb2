package io.vedette.app.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActorImportTest {

    private final ImportedActors actors = new ImportedActors("organisation");

    private List<String> imported(ActorImport format, String text) throws IOException {
        format.read("file", new BufferedReader(new StringReader(text)), actors);
        List<String> lines = actors.lines();
        assertThat(lines.get(0)).isEqualTo(ImportedActor.HEADER);
        return lines.subList(1, lines.size());
    }

    @Test
    void readsCsvByTheNamesOfItsColumns() throws IOException {
        assertThat(imported(ActorImport.CSV, """
                        Country,Name,Aliases,Type,From,Note
                        sy,"Front, Example","EF; Example Front",armed_group,2020-01-01,ignored
                        ,Second,,,,
                        """))
                .containsExactly(
                        "import:front-example\tARMED_GROUP\tSY\tFront, Example\tEF|Example Front\t2020-01-01",
                        "import:second\tORGANISATION\t\tSecond");
        assertThat(actors.problems()).isEmpty();
    }

    @Test
    void saysWhichRowsOfACsvHaveNoName() throws IOException {
        assertThat(imported(ActorImport.CSV, "name,type\nOne,PARTY\n,PARTY\n")).hasSize(1);
        assertThat(actors.problems()).containsExactly("file, row 3: has no name; left out");
    }

    @Test
    void makesOneActorOfAllRowsOfAWikidataItem() throws IOException {
        String json = """
                {"head": {"vars": ["item", "itemLabel"]}, "results": {"bindings": [
                  {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"}, "itemLabel": {"value": "Party One"},
                   "type": {"value": "party"}, "country": {"value": "fr"}, "alias": {"value": "P1"},
                   "start": {"value": "1999-01-01T00:00:00Z"}},
                  {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"}, "itemLabel": {"value": "Party One"},
                   "alias": {"value": "The Ones"}},
                  {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q2"}, "itemLabel": {"value": "Q2"}}]}}
                """;
        assertThat(imported(ActorImport.WIKIDATA_JSON, json))
                .containsExactly("wikidata:Q1\tPARTY\tFR\tParty One\tP1|The Ones\t1999-01-01");
        assertThat(actors.problems()).containsExactly("file, row 3: has no item with a label; left out");
    }

    @Test
    void readsTheSameAsTabSeparatedTerms() throws IOException {
        assertThat(imported(ActorImport.WIKIDATA_TSV, """
                        ?item\t?itemLabel\t?itemAltLabel\t?end
                        <http://www.wikidata.org/entity/Q7>\t"Agency \\"Seven\\""@en\t"Seven, A7"@en\t"2001-05-06T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>
                        """))
                .containsExactly("wikidata:Q7\tORGANISATION\t\tAgency \"Seven\"\tSeven|A7\t\t2001-05-06");
    }

    @Test
    void refusesWhatIsNoResultOfAQuery() {
        assertThatThrownBy(() -> imported(ActorImport.WIKIDATA_JSON, "{}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no SPARQL results");
        assertThatThrownBy(() -> imported(ActorImport.WIKIDATA_TSV, "a\tb\n")).hasMessageContaining("?item");
    }

    @Test
    void readsActorDictionariesOfPetrarch() throws IOException {
        assertThat(imported(ActorImport.PETRARCH, """
                        # a comment
                        ANNA_EXAMPLE_ [FRAELI >20170120][FRAGOV 20090120-20170119] ; another
                        +PRESIDENT_EXAMPLE_
                        MINISTRY_OF_DEFENCE_ [UKRMIL]
                        +THE_MOD_
                        EXAMPLE_LIBERATION_ARMY
                        [SDNREB 120101]
                        TEHRAN_ [IRN]
                        """))
                .containsExactly(
                        "petrarch:anna-example\tPERSON\tFR\tAnna Example\tPresident Example\t2009-01-20\t2017-01-19\tCAMEO FRAGOV",
                        "petrarch:ministry-of-defence\tARMED_FORCE\tUA\tMinistry of Defence\tMod\t\t\tCAMEO UKRMIL",
                        "petrarch:example-liberation-army\tPERSON\tSD\tExample Liberation Army\t\t2012-01-01\t\tCAMEO SDNREB");
        assertThat(actors.problems()).singleElement().asString().startsWith("file, line 8: Tehran");
    }

    @Test
    void namesBelowNobodyAreLeftOut() throws IOException {
        assertThat(imported(ActorImport.PETRARCH, "+ALONE_ [SYR]\n")).isEmpty();
        assertThat(actors.problems()).containsExactly("file, line 1: names nobody; left out: +ALONE_ [SYR]");
    }

    @Test
    void tellsTheFormatByTheFilesName() {
        assertThat(ActorImport.of("a/B.CSV")).isEqualTo(ActorImport.CSV);
        assertThat(ActorImport.of("query.json")).isEqualTo(ActorImport.WIKIDATA_JSON);
        assertThat(ActorImport.of("query.tsv")).isEqualTo(ActorImport.WIKIDATA_TSV);
        assertThat(ActorImport.of("Phoenix.Countries.actors.txt")).isEqualTo(ActorImport.PETRARCH);
    }
}
