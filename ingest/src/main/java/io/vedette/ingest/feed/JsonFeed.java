package io.vedette.ingest.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.item.Addresses;
import io.vedette.ingest.item.Collected;
import io.vedette.ingest.item.Hints;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.runtime.json.Json;
import io.vedette.text.article.ArticleDate;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org).  The items in front of a mistake are given. */
final class JsonFeed {

    private static final ObjectReader READER =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ObjectNode head = Json.MAPPER.createObjectNode();
    private final List<JsonNode> items = new ArrayList<>();
    private final Collected collected = new Collected();
    private final URI address;
    private boolean listed;

    private JsonFeed(URI address) {
        this.address = address;
    }

    static ItemList read(String json, URI address) throws UnreadableListException {
        JsonFeed feed = new JsonFeed(address);
        try (JsonParser parser = READER.createParser(json)) {
            feed.parse(parser);
        } catch (JsonProcessingException e) {
            feed.brokenAt(e);
        } catch (IOException e) {
            throw new UnreadableListException("reading from memory failed", e);
        }
        return feed.list();
    }

    private void parse(JsonParser parser) throws IOException, UnreadableListException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableListException("it is JSON, but no JSON Feed: it is no object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                listed = true;
                readItems(parser);
            } else {
                head.set(name, READER.readTree(parser));
            }
        }
    }

    private void readItems(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() < XmlFeed.MOST_ITEMS) {
                items.add(READER.readTree(parser));
            } else {
                parser.skipChildren();
                collected.leaveOut("an item", "of one feed " + XmlFeed.MOST_ITEMS + " items are taken");
            }
        }
    }

    private void brokenAt(JsonProcessingException e) throws UnreadableListException {
        String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
        if (items.isEmpty()) {
            throw new UnreadableListException("it is no JSON that can be read: " + where + e.getOriginalMessage());
        }
        collected.leaveOut(
                "what follows item " + items.size(), "the JSON is broken there: " + where + e.getOriginalMessage());
    }

    private ItemList list() throws UnreadableListException {
        String version = text(head, "version");
        if (!listed || version != null && !version.contains("jsonfeed.org")) {
            throw new UnreadableListException("it is JSON, but no JSON Feed: "
                    + (listed ? "its version is " + version : "it has no list called items"));
        }
        for (int i = 0; i < items.size(); i++) {
            item(items.get(i), i + 1);
        }
        return collected.list(text(head, "title"), text(head, "language"), hints(), List.of());
    }

    private Hints hints() {
        String hub = null;
        for (JsonNode each : array(head, "hubs")) {
            hub = hub == null ? text(each, "url") : hub;
        }
        URI self = Addresses.web(address, text(head, "feed_url")).orElse(null);
        return new Hints(null, Set.of(), Set.of(), Addresses.web(address, hub).orElse(null), self);
    }

    private void item(JsonNode item, int number) {
        String title =
                Optional.ofNullable(text(item, "title")).map(JsonFeed::line).orElse(null);
        String whole = Stream.of(html(item, "content_html"), html(item, "content_text"))
                .reduce("", (a, b) -> b.length() > a.length() ? b : a);
        String summary = Optional.ofNullable(text(item, "summary")).orElse("");
        boolean meantWhole = whole.length() >= summary.length();
        String body = meantWhole ? whole : summary;
        String url = Stream.of("url", "external_url", "id")
                .flatMap(name -> web(name.equals("id"), text(item, name)))
                .findFirst()
                .map(URI::toString)
                .orElse(null);
        if (title == null && body.isEmpty() && url == null) {
            collected.leaveOut("item " + number, "it has no text, no title and no address");
            return;
        }
        String id = text(item, "id");
        String date = date(item);
        String language = text(item, "language");
        ArticleInput article = new ArticleInput(
                body.isEmpty() ? null : body,
                id,
                title,
                url,
                text(head, "title"),
                date,
                authors(item).or(() -> authors(head)).orElse(null),
                language != null ? language : text(head, "language"),
                null,
                null);
        String key = id != null ? id : url != null ? url : title + "\n" + body;
        collected.add(new Item(key, article, date == null ? null : "feed", Teaser.isWhole(body, meantWhole), null));
    }

    /** An id is an address only if it says so itself. */
    private Stream<URI> web(boolean onlyAbsolute, @Nullable String written) {
        boolean possible = written != null && (!onlyAbsolute || written.startsWith("http"));
        return possible ? Addresses.web(address, written).stream() : Stream.empty();
    }

    private static String html(JsonNode item, String name) {
        String value = text(item, name);
        return value == null ? "" : name.endsWith("_html") ? Teaser.withoutTrailer(FeedText.html(value)) : value;
    }

    private static @Nullable String date(JsonNode item) {
        List<String> dates = Stream.of("date_published", "date_modified")
                .flatMap(name -> Optional.ofNullable(text(item, name)).stream())
                .toList();
        return dates.stream()
                .filter(d -> ArticleDate.read(d).isPresent())
                .findFirst()
                .or(() -> dates.stream().findFirst())
                .orElse(null);
    }

    /** {@code authors} of version 1.1, and {@code author} of 1.0. */
    private static Optional<String> authors(JsonNode of) {
        List<JsonNode> all = new ArrayList<>();
        array(of, "authors").forEach(all::add);
        all.add(of.path("author"));
        String names = all.stream()
                .flatMap(each -> Optional.ofNullable(each.isTextual() ? each.textValue() : text(each, "name")).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private static JsonNode array(JsonNode of, String name) {
        JsonNode value = of.path(name);
        return value.isArray() ? value : MissingNode.getInstance();
    }

    /** A text, or a number that stands for one, that is not blank. */
    private static @Nullable String text(JsonNode of, String name) {
        JsonNode value = of.path(name);
        String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
