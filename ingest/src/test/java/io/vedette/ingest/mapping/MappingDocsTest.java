package io.vedette.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.listing.ListingReader;
import io.vedette.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/sources.md do what it says. */
final class MappingDocsTest {

    private static final URI ADDRESS = URI.create("https://news.example/news");

    @Test
    void thePageIsReadAsDescribed() throws Exception {
        ItemList list = new ListingReader(mapping(0)).read(blocks("html").get(0).getBytes(UTF_8), null, ADDRESS);

        assertThat(list.items())
                .containsExactly(new Item(
                        "https://news.example/port",
                        new ArticleInput(
                                "Ships come in.\nNone waits.",
                                null,
                                "The port is open",
                                "https://news.example/port",
                                "Harbour News",
                                "2026-10-30T12:05:00Z",
                                "Ada Byron",
                                null,
                                null,
                                null),
                        "listing",
                        false,
                        "Port authority"));
        assertThat(list.leftOut()).hasSize(1);
    }

    @Test
    void theRowIsReadAsDescribed() throws Exception {
        Entry row = new Entry.OfRow(List.of("7", "20261030060000", "/7", "Rain &amp; wind"));

        assertThat(mapping(1).takes(row)).isTrue();
        assertThat(mapping(1).map(row, ADDRESS).article())
                .isEqualTo(new ArticleInput(
                        "Rain & wind",
                        "7",
                        null,
                        "https://news.example/7",
                        null,
                        "2026-10-30T06:00:00Z",
                        null,
                        null,
                        null,
                        null));
        assertThat(mapping(1).takes(new Entry.OfRow(List.of("id", "date")))).isFalse();
    }

    @Test
    void theObjectIsReadAsDescribed() throws Exception {
        Entry object = json("{\"id\": 7, \"summary\": \"It rained.\", \"meta\": {\"created\": \"2026-10-30\"}}");

        assertThat(mapping(2).map(object, ADDRESS).article())
                .isEqualTo(new ArticleInput("It rained.", "7", null, null, null, "2026-10-30", null, null, null, null));
        assertThat(mapping(2).takes(json("{\"redirect\": 8}"))).isFalse();
    }

    private static Entry json(String object) throws IOException {
        return new Entry.OfJson(Json.MAPPER.readTree(object));
    }

    private static Mapping mapping(int number) throws Exception {
        String yaml = blocks("yaml").get(number);
        return Mapping.read("docs/sources.md", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }

    private static List<String> blocks(String language) throws IOException {
        String page = Files.readString(Path.of("../docs/sources.md"));
        String section = page.substring(page.indexOf("\n## Mappings"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
