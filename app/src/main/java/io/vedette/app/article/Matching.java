package io.vedette.app.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.app.article.Tagging.Tagged;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.json.Json;
import io.vedette.text.watch.ClauseMatch;
import io.vedette.text.watch.WatchEntry;
import io.vedette.text.watch.WatchMatch;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.WatchSet;
import io.vedette.text.watch.query.QueryException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds articles against watches as the alerts service does, without Kafka.  Immutable and thread-safe. */
public final class Matching {

    private final Tagging tagging;
    private final WatchSet watches;
    private final Map<String, WatchDefinition> definitions;

    private Matching(Tagging tagging, WatchSet watches, Map<String, WatchDefinition> definitions) {
        this.tagging = tagging;
        this.watches = watches;
        this.definitions = definitions;
    }

    /**
     * Compiles the watches.
     *
     * @throws StartupException if one of them is no query, with its id and the column
     */
    public static Matching of(Tagging tagging, List<WatchDefinition> definitions) {
        List<WatchEntry> entries = definitions.stream()
                .map(watch -> new WatchEntry(watch.id(), 1, compile(tagging, watch)))
                .toList();
        return new Matching(
                tagging,
                WatchSet.of(entries),
                definitions.stream().collect(Collectors.toMap(WatchDefinition::id, Function.identity())));
    }

    /** One line of JSON for each watch that the article matches, each with its line end; empty if there is none. */
    public String lines(ArticleInput article) {
        Tagged tagged = tagging.tag(article);
        return watches.match(tagging.matchable(tagged)).stream()
                .map(match -> line(tagged, match) + "\n")
                .collect(Collectors.joining());
    }

    private String line(Tagged tagged, WatchMatch match) {
        WatchDefinition watch = definitions.get(match.watchId());
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("watchId", match.watchId());
        if (watch != null) {
            json.put("watchTitle", watch.title());
            json.put("severity", watch.severity().name());
        }
        json.put("id", tagged.id());
        json.put("articleId", tagged.articleId());
        json.put("title", tagged.document().title());
        ArrayNode clauses = json.putArray("clauses");
        match.clauses().forEach(clause -> clauses.add(clause(clause)));
        try {
            return Json.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers can be written", e);
        }
    }

    private static ObjectNode clause(ClauseMatch match) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("clause", match.clause());
        json.put("field", match.field().name());
        json.put("start", match.start());
        json.put("end", match.end());
        json.put("words", match.words());
        json.put("alias", match.alias());
        json.put("entityId", match.entityId());
        json.put("name", match.name());
        return json;
    }

    private static WatchQuery compile(Tagging tagging, WatchDefinition watch) {
        try {
            return tagging.queries().compile(watch.query());
        } catch (QueryException e) {
            throw new StartupException(ExitCode.DATA, "watch " + watch.id() + ": query: " + e.getMessage(), e);
        }
    }
}
