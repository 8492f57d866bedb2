package io.vedette.ingest.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.LeftOut;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.mapping.Mappings;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ListingReaderTest {

    @Test
    void readsTheMessagesOfATelegramChannel() throws Exception {
        ItemList list = read("telegram-preview", "telegram.html", "https://t.me/s/harbour_example");

        assertThat(list.items())
                .extracting(Item::key)
                .containsExactly("harbour_example/2", "harbour_example/3", "harbour_example/4");
        Item first = list.items().get(0);
        assertThat(first.fullText()).isTrue();
        assertThat(first.forwardOf()).isNull();
        assertThat(first.dateFrom()).isEqualTo("listing");
        assertThat(first.article())
                .isEqualTo(new ArticleInput(
                        "Two cranes fell.\nNo one was hurt.",
                        "harbour_example/2",
                        null,
                        "https://t.me/harbour_example/2",
                        "Harbour watch",
                        "2026-10-30T06:00:00+02:00",
                        "Ada B.",
                        null,
                        null,
                        null));
        assertThat(list.leftOut())
                .containsExactly(new LeftOut(
                        "https://t.me/harbour_example/1", "mapping mappings/telegram-preview.yaml leaves it out"));
    }

    @Test
    void aForwardNamesItsOrigin() throws Exception {
        ItemList list = read("telegram-preview", "telegram.html", "https://t.me/s/harbour_example");

        assertThat(list.items())
                .extracting(Item::forwardOf)
                .containsExactly(null, "https://t.me/port_example/77", "A sailor");
    }

    @Test
    void readsTheTeasersOfAMinistry() throws Exception {
        ItemList list = read("ministry-press", "ministry.html", "https://ministry.example/");

        assertThat(list.title()).isEqualTo("Новини міністерства");
        assertThat(list.language()).isEqualTo("uk");
        assertThat(list.items()).hasSize(2);
        Item first = list.items().get(0);
        assertThat(first.key()).isEqualTo("https://ministry.example/press/2026/10/30/port");
        assertThat(first.fullText()).isFalse();
        assertThat(first.article().title()).isEqualTo("Порт відновив роботу");
        assertThat(first.article().text()).isEqualTo("Вантажі йдуть.\nЧерги немає.");
        assertThat(first.article().date()).isEqualTo("2026-10-30T12:05:00Z");
        assertThat(list.items().get(1).article().date()).isEqualTo("2026-10-29T08:00:00Z");
        assertThat(list.leftOut())
                .extracting(LeftOut::reason)
                .containsExactly(
                        "mapping mappings/ministry-press.yaml leaves it out",
                        "it has no text, no title and no address");
    }

    @Test
    void aPageInWhichNothingIsFoundIsNoEmptyList() {
        assertThatThrownBy(() -> new ListingReader(Mappings.read(null).get("telegram-preview"))
                        .read("<html><title>Join</title></html>".getBytes(UTF_8), null, URI.create("https://t.me/s/x")))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining("finds no item")
                .hasMessageContaining("'Join'");
    }

    @Test
    void aMappingOfFilesReadsNoPages() {
        assertThatThrownBy(() -> new ListingReader(Mappings.read(null).get("gdelt-gkg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TABLE");
    }

    private static ItemList read(String mapping, String page, String address) throws Exception {
        try (InputStream in = Objects.requireNonNull(ListingReaderTest.class.getResourceAsStream(page))) {
            return new ListingReader(Mappings.read(null).get(mapping))
                    .read(in.readAllBytes(), "text/html", URI.create(address));
        }
    }
}
