package io.vedette.ingest.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The article that a page describes in JSON-LD with schema.org's words, if it does. */
final class JsonLd {

    private static final Pattern ARTICLE = Pattern.compile(
            "(?:https?://schema\\.org/)?[A-Za-z]*(?:Article|BlogPosting|SocialMediaPosting|DiscussionForumPosting|Report)");

    /** Ways in which pages hide scripts from parsers of XML and of old HTML. */
    private static final Pattern WRAPPING =
            Pattern.compile("^\\s*(?://\\s*)?(?:<!--|<!\\[CDATA\\[)|(?://\\s*)?(?:-->|\\]\\]>)\\s*$");

    private final @Nullable JsonNode article;

    private JsonLd(@Nullable JsonNode article) {
        this.article = article;
    }

    /** The first article among the page's blocks; malformed blocks are passed over, as browsers do. */
    static JsonLd in(Landmarks page) {
        for (Element script : page.scripts()) {
            JsonNode found = script.attr("type").strip().equalsIgnoreCase("application/ld+json")
                    ? article(WRAPPING.matcher(script.data()).replaceAll(""))
                    : null;
            if (found != null) {
                return new JsonLd(found);
            }
        }
        return new JsonLd(null);
    }

    @Nullable
    String text(String field) {
        JsonNode value = article == null ? null : article.get(field);
        return value == null ? null : first(names(value));
    }

    List<String> authors() {
        JsonNode value = article == null ? null : article.get("author");
        return value == null ? List.of() : names(value);
    }

    private static @Nullable String first(List<String> names) {
        return names.isEmpty() ? null : names.get(0);
    }

    /** A value may be text, a thing with a name, or a list of either. */
    private static List<String> names(JsonNode value) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            JsonNode name = one.isObject() ? one.path("name") : one;
            if (name.isTextual() && !name.textValue().isBlank()) {
                names.add(name.textValue().strip());
            }
        }
        return names;
    }

    private static @Nullable JsonNode article(String json) {
        try {
            Deque<JsonNode> open = new ArrayDeque<>();
            open.add(Json.MAPPER.readTree(json));
            while (!open.isEmpty()) {
                JsonNode node = open.poll();
                if (isArticle(node.path("@type"))) {
                    return node;
                }
                (node.isArray() ? node : node.path("@graph")).forEach(open::add);
            }
            return null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static boolean isArticle(JsonNode type) {
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            if (one.isTextual() && ARTICLE.matcher(one.textValue()).matches()) {
                return true;
            }
        }
        return false;
    }
}
