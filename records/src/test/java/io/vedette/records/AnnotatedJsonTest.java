package io.vedette.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.text.Annotations;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotatedJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anEnrichedArticleIsOneLineWithEveryFieldOfTheFormat() throws Exception {
        String line = AnnotatedJson.line(AnnotationMapper.enriched(Samples.article(), Samples.ANNOTATIONS));

        assertThat(line).doesNotContain("\n");
        assertThat(JSON.readTree(line)).isEqualTo(JSON.readTree("""
                {"id": "wire-7", "articleId": "0123456789abcdef0123456789abcdef", "language": "en",
                 "storyId": null, "duplicateOf": null,
                 "mentions": [
                  {"field": "BODY", "start": 0, "end": 7, "text": "Ukraine", "kind": "ACTOR", "type": "GOVERNMENT",
                   "entityId": "gov-ua", "name": "Government of Ukraine", "confidence": 0.9,
                   "transliterated": false, "alternatives": []},
                  {"field": "BODY", "start": 41, "end": 50, "text": "Vovchansk", "kind": "PLACE", "type": "SETTLEMENT",
                   "entityId": "geo-687894", "name": "Vovchansk", "confidence": 0.97,
                   "lat": 50.29, "lon": 36.94, "geonameId": "687894", "country": "UA", "transliterated": true,
                   "alternatives": [
                    {"entityId": "geo-1", "name": "Vovchansk", "confidence": 0.2, "country": "RU"},
                    {"entityId": "geo-2", "name": "Vovchansk", "confidence": 0.1, "country": null}]}],
                 "claims": [
                  {"field": "BODY", "start": 0, "end": 51, "type": "TERRITORY_CONTROL", "subtype": "captured",
                   "plover": "ASSAULT", "cameo": "190", "acled": "Government regains territory",
                   "modality": "POSSIBLE", "background": true,
                   "when": {"from": "2022-09-12", "to": "2022-09-12", "words": "on Monday"}, "confidence": 0.8,
                   "trigger": {"start": 35, "end": 40}, "source": {"start": 0, "end": 7},
                   "sourceMention": 0, "sourceEntityId": "gov-ua", "cue": {"start": 8, "end": 12},
                   "content": {"start": 23, "end": 50}, "actors": [0], "places": [1],
                   "agents": [0], "targets": [1],
                   "quantities": [
                    {"kind": "MONEY", "low": 10.0, "high": null, "unit": "USD", "start": 3, "end": 9}],
                   "about": 1, "conflicts": [1]},
                  {"field": "BODY", "start": 55, "end": 72, "type": "SHELLING_MISSILE", "subtype": null,
                   "plover": null, "cameo": null, "acled": null, "modality": "ASSERTED", "background": false,
                   "when": null, "confidence": 0.5, "trigger": {"start": 55, "end": 63}, "source": null,
                   "sourceMention": null, "sourceEntityId": null, "cue": null, "content": null,
                   "actors": [], "places": [], "agents": [], "targets": [], "quantities": [],
                   "about": null, "conflicts": []}]}
                """));
    }

    @Test
    void whatHasNoIdHasNull() throws Exception {
        JsonNode line = JSON.readTree(AnnotatedJson.line(null, "f00d", new Annotations("und", List.of(), List.of())));

        assertThat(line.get("id").isNull()).isTrue();
        assertThat(line.get("mentions")).isEmpty();
        assertThat(line.get("claims")).isEmpty();
    }

    @Test
    void aLineTakesItsStoryWhateverItsIdLooksLike() throws Exception {
        String id = "\"storyId\":null,\"duplicateOf\":null";
        String line = AnnotatedJson.line(id, "f00d", new Annotations("und", List.of(), List.of()));

        JsonNode told = JSON.readTree(AnnotatedJson.withStory(line, "story", "a \"b\""));

        assertThat(told.get("id").asText()).isEqualTo(id);
        assertThat(told.get("storyId").asText()).isEqualTo("story");
        assertThat(told.get("duplicateOf").asText()).isEqualTo("a \"b\"");
        assertThat(JSON.readTree(AnnotatedJson.withStory(line, "story", null))
                        .get("duplicateOf")
                        .isNull())
                .isTrue();
    }
}
