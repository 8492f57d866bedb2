package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vedette.text.Annotator;
import io.vedette.text.Document;
import io.vedette.text.StandardAnnotator;
import io.vedette.text.article.ArticleDate;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerReader;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.WatchEntry;
import io.vedette.text.watch.WatchMatch;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.WatchSet;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Which starter watch each demo article raises: what a new user sees first. */
class StarterWatchesTest {

    @Test
    void everyDemoArticleRaisesWhatItIsThereForAndNothingElse() throws Exception {
        assertThat(raised())
                .containsExactly(
                        entry(
                                "seed",
                                List.of("first-guards-tank-army", "melitopol", "ukraine-territory", "supply-routes")),
                        entry("darfur-shelling", List.of("sudan-civilians")),
                        entry("gaza-truce-talks", List.of("gaza-truce")),
                        entry("strait-median-line", List.of("taiwan-strait")),
                        entry("sahel-convoy", List.of("sahel-convoys")),
                        entry("goma-displaced", List.of("congo-m23")),
                        entry("rakhine-town", List.of("myanmar-territory")),
                        entry("port-au-prince-fuel", List.of("haiti-gangs")),
                        entry("zambezi-count", List.of("disputed-votes")),
                        entry("coast-earthquake", List.of("earthquakes")),
                        entry("cup-quarter-final", List.of()),
                        entry("chipmaker-earnings", List.of()),
                        entry("chicken-kiev", List.of()),
                        entry("brigade-museum", List.of("first-guards-tank-brigade")),
                        entry("route-supply", List.of()));
    }

    @Test
    void everyExampleComesOutAsItsWatchSaysItMust() throws Exception {
        Gazetteer gazetteer = GazetteerReader.read(Seeds::open, Seeds.version("gazetteer"));
        Annotator annotator = new StandardAnnotator(gazetteer, ClaimLexicon.read(name -> Seeds.open("claims/" + name)));
        SoftAssertions softly = new SoftAssertions();
        try (InputStream file = Seeds.open("watches/starter.yaml")) {
            for (JsonNode watch : new YAMLMapper().readTree(file)) {
                WatchQuery query = WatchQuery.compile(watch.get("query").asText(), gazetteer);
                for (JsonNode example : watch.path("examples")) {
                    Document document = new Document(null, example.get("text").asText(), null, null);
                    MatchableArticle article = MatchableArticle.of(document, annotator.annotate(document), gazetteer);
                    softly.assertThat(query.matches(article))
                            .as(
                                    "%s: %s",
                                    watch.get("id").asText(),
                                    example.get("text").asText())
                            .isEqualTo(example.get("matches").asBoolean());
                }
            }
        }
        softly.assertAll();
    }

    private static Map<String, List<String>> raised() throws Exception {
        Gazetteer gazetteer = GazetteerReader.read(Seeds::open, Seeds.version("gazetteer"));
        Annotator annotator = new StandardAnnotator(gazetteer, ClaimLexicon.read(name -> Seeds.open("claims/" + name)));
        WatchSet watches = watches(gazetteer);
        Map<String, List<String>> raised = new LinkedHashMap<>();
        try (InputStream file = Seeds.open("articles/demo.jsonl")) {
            for (JsonNode article : new ObjectMapper()
                    .readerFor(JsonNode.class)
                    .<JsonNode>readValues(file)
                    .readAll()) {
                Document document = document(article);
                MatchableArticle matchable = MatchableArticle.of(document, annotator.annotate(document), gazetteer);
                raised.put(
                        article.get("id").asText(),
                        watches.match(matchable).stream()
                                .map(WatchMatch::watchId)
                                .toList());
            }
        }
        return raised;
    }

    private static Document document(JsonNode article) {
        return new Document(
                article.get("title").asText(),
                article.get("text").asText(),
                null,
                ArticleDate.read(article.get("date").asText()).orElseThrow());
    }

    private static WatchSet watches(Gazetteer gazetteer) throws Exception {
        List<WatchEntry> watches = new ArrayList<>();
        try (InputStream file = Seeds.open("watches/starter.yaml")) {
            for (JsonNode watch : new YAMLMapper().readTree(file)) {
                WatchQuery query = WatchQuery.compile(watch.get("query").asText(), gazetteer);
                watches.add(new WatchEntry(watch.get("id").asText(), 1, query));
            }
        }
        return WatchSet.of(watches);
    }
}
