package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.Document;
import io.vedette.text.Mention;
import io.vedette.text.Span;
import io.vedette.text.StandardAnnotator;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.gazetteer.GazetteerReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Articles with what must and what must not be found in them.  A mention is described by text, kind, type, id and country, a
 * claim by type, modality, background, field, words of its trigger, source, agent, and quantity with its low; what is not
 * given may be anything.
 */
class GoldenArticlesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static StandardAnnotator annotator;

    @BeforeAll
    static void read() throws IOException {
        annotator = new StandardAnnotator(
                GazetteerReader.read(Seeds::open, "test"), ClaimLexicon.read(name -> Seeds.open("claims/" + name)));
    }

    static Stream<String> articles() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static Path folder() throws Exception {
        return Path.of(GoldenArticlesTest.class.getResource("/golden").toURI());
    }

    @ParameterizedTest
    @MethodSource("articles")
    void findsWhatItMustAndNothingThatItMustNot(String file) throws Exception {
        JsonNode article = YAML.readTree(folder().resolve(file).toFile());
        Document document = new Document(
                article.get("title").asText(),
                article.get("text").asText(),
                "en",
                LocalDate.parse(article.get("published").asText())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        Annotations found = annotator.annotate(document);

        List<String> problems = new ArrayList<>();
        hold(article, "mention", found.mentions(), wanted -> mention -> fits(wanted, mention), problems);
        hold(article, "claim", found.claims(), wanted -> claim -> fits(wanted, claim, document, found), problems);
        assertThat(problems).as(() -> "of " + found).isEmpty();
    }

    private interface Description<T> {
        Predicate<T> of(JsonNode wanted);
    }

    private static <T> void hold(
            JsonNode article, String what, List<T> found, Description<T> description, List<String> problems) {
        for (JsonNode wanted : article.path("must " + what)) {
            if (found.stream().noneMatch(description.of(wanted))) {
                problems.add("there must be a " + what + " " + wanted);
            }
        }
        for (JsonNode unwanted : article.path("must not " + what)) {
            found.stream()
                    .filter(description.of(unwanted))
                    .forEach(one -> problems.add("there must be no " + what + " " + unwanted + ", but is " + one));
        }
    }

    private static boolean fits(JsonNode wanted, Mention mention) {
        return is(wanted, "text", mention.text())
                && is(wanted, "kind", mention.kind().name())
                && is(wanted, "type", mention.type().name())
                && is(wanted, "id", mention.entityId())
                && is(wanted, "country", mention.country());
    }

    private static boolean fits(JsonNode wanted, Claim claim, Document document, Annotations found) {
        String text = document.text(claim.field());
        return is(wanted, "type", claim.type().name())
                && is(wanted, "modality", claim.modality().name())
                && is(wanted, "field", claim.field().name())
                && (!wanted.has("background") || wanted.get("background").asBoolean() == claim.background())
                && contains(wanted, "words", words(text, claim.trigger()))
                && contains(wanted, "source", words(text, claim.source()))
                && (!wanted.has("agent")
                        || claim.agents().stream()
                                .anyMatch(agent -> contains(
                                        wanted,
                                        "agent",
                                        found.mentions().get(agent).text())))
                && (!wanted.has("quantity")
                        || claim.quantities().stream()
                                .anyMatch(quantity ->
                                        is(wanted, "quantity", quantity.kind().name())
                                                && quantity.low()
                                                        == wanted.get("low").asDouble()));
    }

    private static boolean is(JsonNode wanted, String key, @Nullable String value) {
        return !wanted.has(key) || wanted.get(key).asText().equals(value);
    }

    private static boolean contains(JsonNode wanted, String key, @Nullable String value) {
        return !wanted.has(key)
                || value != null && value.contains(wanted.get(key).asText());
    }

    private static @Nullable String words(String text, @Nullable Span span) {
        return span == null ? null : text.substring(span.start(), span.end());
    }
}
