package io.vedette.ingest.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.ItemList.Part;
import io.vedette.ingest.item.LeftOut;
import io.vedette.ingest.item.UnreadableListException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SitemapReaderTest {

    private static final URI ADDRESS = URI.create("https://news.example/sitemap.xml");
    private static final String NEWS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="urn:image"
                xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://news.example/1?a=1&amp;b=2</loc><image:image><image:loc>https://news.example/1.jpg</image:loc></image:image>
            <n:news><n:publication><n:name>Harbour News</n:name><n:language>uk</n:language></n:publication>
            <n:publication_date>2026-10-30T06:00:00+02:00</n:publication_date><n:title>Rain &amp; wind</n:title></n:news></url>
            <url><lastmod>2026-10-30</lastmod><loc>/2</loc></url>
            <url><lastmod>2026-10-30</lastmod></url>
            </urlset>""";

    @Test
    void readsNews() throws Exception {
        ItemList list = read(NEWS.getBytes(UTF_8));

        assertThat(list.items()).hasSize(2);
        Item first = list.items().get(0);
        assertThat(first.key()).isEqualTo("https://news.example/1?a=1&b=2");
        assertThat(first.dateFrom()).isEqualTo("sitemap");
        assertThat(first.fullText()).isFalse();
        assertThat(first.article())
                .isEqualTo(new ArticleInput(
                        null,
                        null,
                        "Rain & wind",
                        "https://news.example/1?a=1&b=2",
                        "Harbour News",
                        "2026-10-30T06:00:00+02:00",
                        null,
                        "uk",
                        null,
                        null));
        assertThat(list.leftOut()).containsExactly(new LeftOut("address 3", "it is no address of a page"));
    }

    @Test
    void aPageThatWasChangedIsNotDatedByThat() throws Exception {
        Item second = read(NEWS.getBytes(UTF_8)).items().get(1);

        assertThat(second.article().url()).isEqualTo("https://news.example/2");
        assertThat(second.article().date()).isNull();
        assertThat(second.dateFrom()).isNull();
    }

    @Test
    void readsAnIndex() throws Exception {
        ItemList list = read("""
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>https://news.example/a.xml.gz</loc><lastmod>2026-10-30T06:00:00Z</lastmod></sitemap>
                <sitemap><loc>b.xml</loc><lastmod>soon</lastmod></sitemap><sitemap><loc>ftp://x/</loc></sitemap></sitemapindex>""".getBytes(UTF_8));

        assertThat(list.items()).isEmpty();
        assertThat(list.parts())
                .containsExactly(
                        new Part(URI.create("https://news.example/a.xml.gz"), Instant.parse("2026-10-30T06:00:00Z")),
                        new Part(URI.create("https://news.example/b.xml"), null));
        assertThat(list.leftOut()).containsExactly(new LeftOut("ftp://x/", "it is no address of a sitemap"));
    }

    @Test
    void unpacksWhatIsPackedAsAFile() throws Exception {
        assertThat(read(gzip(NEWS.getBytes(UTF_8))).items()).hasSize(2);
    }

    @Test
    void refusesBombsAndDamagedGzip() throws Exception {
        byte[] bomb = gzip(new byte[200_000]);
        byte[] cut = Arrays.copyOf(gzip(NEWS.getBytes(UTF_8)), 100);

        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining("100000 bytes");
        assertThatThrownBy(() -> read(cut)).isInstanceOf(UnreadableListException.class);
    }

    @Test
    void readsAnAddressALine() throws Exception {
        ItemList list = read("https://news.example/1\n\nnot one\nhttps://news.example/2\n".getBytes(UTF_8));

        assertThat(list.items())
                .extracting(Item::key)
                .containsExactly("https://news.example/1", "https://news.example/2");
        assertThat(list.leftOut()).hasSize(1);
    }

    @Test
    void recoversWhatIsBrokenAndSaysSo() throws Exception {
        ItemList list =
                read("<urlset><url><loc>https://news.example/1</loc><url><loc>https://news.example/2".getBytes(UTF_8));

        assertThat(list.items()).hasSize(2);
        assertThat(list.leftOut()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "<html></html>,it is a page",
        "<rss></rss>,kind FEED",
        "<x/>,<x>",
        "words,neither XML nor a list",
        "'',empty",
    })
    void saysWhatIsNoSitemap(String document, String message) {
        assertThatThrownBy(() -> read(document.getBytes(UTF_8)))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining(message);
    }

    private static ItemList read(byte[] sitemap) throws UnreadableListException {
        return new SitemapReader(100_000).read(sitemap, null, ADDRESS);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
