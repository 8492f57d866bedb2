package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerReader;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.mention.MentionTagger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thirty sentences of each language, most of their names inflected. */
class SixLanguagesTest {

    private static MentionTagger tagger;

    @BeforeAll
    static void read() throws IOException {
        Gazetteer gazetteer = GazetteerReader.read(Seeds::open, "test");
        tagger = new MentionTagger(gazetteer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uk", "ru", "ar", "fr", "de", "es"})
    void namesAreFoundWithTheirIdsInEveryCase(String language) throws IOException {
        Score score = new Score();
        for (JsonNode sentence : sentences(language)) {
            String text = sentence.get("text").asText();
            Document document =
                    new Document(null, text, sentence.get("language").asText(), null);
            score.add(sentence, tagger.tag(TokenizedDocument.of(document)));
        }

        assertThat(score.recall()).as("recall; missed %s", score.missed).isGreaterThanOrEqualTo(0.85);
        assertThat(score.precision()).as("precision").isGreaterThanOrEqualTo(0.90);
    }

    private static List<JsonNode> sentences(String language) throws IOException {
        String file = "/multilingual/" + language + ".jsonl";
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> sentences = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SixLanguagesTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sentences.add(json.readTree(line));
            }
        }
        return sentences;
    }

    private static final class Score {

        private final List<String> missed = new ArrayList<>();
        private int right;
        private int wanted;
        private int given;

        void add(JsonNode sentence, List<Mention> found) {
            List<Mention> left = new ArrayList<>(found);
            left.removeIf(mention -> mention.field() != Field.BODY);
            given += left.size();
            Map<String, Integer> from = new HashMap<>();
            for (JsonNode gold : sentence.get("mentions")) {
                String words = gold.get("text").asText();
                int start = sentence.get("text").asText().indexOf(words, from.getOrDefault(words, 0));
                from.put(words, start + 1);
                wanted++;
                Mention match = left.stream()
                        .filter(mention -> mention.start() < start + words.length() && start < mention.end())
                        .filter(mention ->
                                mention.kind().name().equals(gold.get("kind").asText()))
                        .filter(mention -> gold.get("entityId").asText().equals(mention.entityId()))
                        .findFirst()
                        .orElse(null);
                if (match == null) {
                    missed.add(words);
                } else {
                    left.remove(match);
                    right++;
                }
            }
        }

        double recall() {
            return (double) right / wanted;
        }

        double precision() {
            return (double) right / given;
        }
    }
}
