package io.vedette.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.bench.ArticleFiles;
import io.vedette.runtime.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Vedette's own sentences in one language.  Each line of the gold has {@code id}, {@code language}, {@code text} and
 * {@code mentions}, each of these with {@code text}, {@code kind} and {@code entityId}; the same words a second time are
 * the next place where they stand.  A mention is found if a predicted one of its kind overlaps it and has its id; with
 * {@code entityId} null any id will do.
 *
 * @param found how many mentions of the gold are found
 * @param gold how many there are
 * @param predicted how many were predicted
 */
record OwnSet(int found, int gold, int predicted) {

    private record Marked(int start, int end, String kind, String entityId) {

        boolean is(Marked predicted) {
            return kind.equals(predicted.kind)
                    && start < predicted.end
                    && predicted.start < end
                    && (entityId.isEmpty() || entityId.equals(predicted.entityId));
        }
    }

    double recall() {
        return gold == 0 ? 0 : (double) found / gold;
    }

    double precision() {
        return predicted == 0 ? 0 : (double) found / predicted;
    }

    static OwnSet score(Path gold, Path predictions) throws IOException {
        int found = 0;
        int wanted = 0;
        int got = 0;
        try (BufferedReader goldLines = ArticleFiles.open(gold);
                BufferedReader predictedLines = ArticleFiles.open(predictions)) {
            for (String line = goldLines.readLine(); line != null; line = goldLines.readLine()) {
                if (!line.isBlank()) {
                    List<Marked> truth = gold(Json.MAPPER.readTree(line));
                    List<Marked> said = predicted(Json.MAPPER.readTree(predictedLines.readLine()));
                    wanted += truth.size();
                    got += said.size();
                    found += pairs(truth, said);
                }
            }
        }
        return new OwnSet(found, wanted, got);
    }

    private static int pairs(List<Marked> truth, List<Marked> said) {
        List<Marked> free = new ArrayList<>(said);
        int pairs = 0;
        for (Marked wanted : truth) {
            for (int i = 0; i < free.size(); i++) {
                if (wanted.is(free.get(i))) {
                    free.remove(i);
                    pairs++;
                    break;
                }
            }
        }
        return pairs;
    }

    private static List<Marked> gold(JsonNode sentence) {
        String text = sentence.path("text").asText();
        Map<String, Integer> from = new HashMap<>();
        List<Marked> marked = new ArrayList<>();
        for (JsonNode mention : sentence.path("mentions")) {
            String words = mention.path("text").asText();
            String kind = mention.path("kind").asText();
            int start = text.indexOf(words, from.getOrDefault(kind + words, 0));
            if (start < 0) {
                throw new IllegalArgumentException(sentence.path("id").asText() + ": \"" + words
                        + "\" does not stand in the sentence as often as it is marked");
            }
            from.put(kind + words, start + words.length());
            marked.add(new Marked(start, start + words.length(), kind, id(mention)));
        }
        return marked;
    }

    private static List<Marked> predicted(JsonNode annotated) {
        List<Marked> marked = new ArrayList<>();
        for (JsonNode mention : annotated.path("mentions")) {
            if (mention.path("field").asText("BODY").equals("BODY")) {
                marked.add(new Marked(
                        mention.path("start").asInt(),
                        mention.path("end").asInt(),
                        mention.path("kind").asText(),
                        id(mention)));
            }
        }
        return marked;
    }

    private static String id(JsonNode mention) {
        return mention.path("entityId").asText("");
    }
}
