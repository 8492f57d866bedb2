package io.vedette.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.mapping.Mapping;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

final class ArticleFileTest {

    private static final String PAGE = "<html><head><title>%s</title></head><body><article>"
            + "<p>The ferry left the harbour before dawn, with two hundred people on board, and nobody expected it back.</p>"
                    .repeat(6)
            + "</article></body></html>";

    @TempDir
    private Path folder;

    @Test
    void readsATableByTheNamesOfItsColumns() throws Exception {
        Items items = read(
                "news.csv",
                "\ufeffHeadline,Publish_Date,Body,Link\n"
                        + "Ferry,2026-10-30,\"It left, \"\"early\"\".\nThen rain.\",https://news.example/1\n"
                        + "Rain,,It rained.,\n");

        assertThat(items.articles)
                .extracting(ArticleInput::title, ArticleInput::date, ArticleInput::text, ArticleInput::url)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Ferry", "2026-10-30", "It left, \"early\".\nThen rain.", "https://news.example/1"),
                        org.assertj.core.groups.Tuple.tuple("Rain", null, "It rained.", null));
    }

    @Test
    void readsATableAsItIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("news.tsv"), "a\tb\nFerry\tIt left.\n");
        Items items = new Items(0);

        new ArticleFile(file, "news.tsv", FileFormat.TABLE, new Layout(Columns.of("text=B, title=a"), null))
                .read(items);

        assertThat(items.articles).extracting(ArticleInput::title).containsExactly("Ferry");
        assertThat(items.articles).extracting(ArticleInput::text).containsExactly("It left.");
    }

    @Test
    void saysWhichColumnsATableLacksAndHas() throws Exception {
        assertThat(read("news.csv", "when;what\n1;2\n").bad)
                .singleElement()
                .asString()
                .contains("no column holds the text", "text=when", "[when, what]");
    }

    @Test
    void readsAMessage() throws Exception {
        Items items = read("release.eml", """
                From: "Harbour Press" <press@harbour.example>
                Subject: =?UTF-8?Q?F=C3=A4hre?=
                Date: Fri, 30 Oct 2026 06:00:00 +0100
                Message-ID: <1@harbour.example>
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/html; charset=utf-8

                <p>It left (HTML).</p>
                --x
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Sie fuhr fr=FCh ab.
                --x--
                """.replace("\n", "\r\n"));

        ArticleInput article = items.articles.get(0);
        assertThat(article.title()).isEqualTo("Fähre");
        assertThat(article.text()).startsWith("Sie fuhr früh ab.");
        assertThat(article.source()).isEqualTo("harbour.example");
        assertThat(article.author()).isEqualTo("Harbour Press");
        assertThat(article.date()).isEqualTo("2026-10-30T05:00:00Z");
        assertThat(article.id()).isEqualTo("<1@harbour.example>");
    }

    @Test
    void unpacksByTheEndOfTheName() throws Exception {
        byte[] line = "{\"text\": \"Rain.\"}\n".getBytes(UTF_8);
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        for (int part = 0; part < 2; part++) {
            try (OutputStream out = new GZIPOutputStream(gz)) {
                out.write(line);
            }
        }
        ByteArrayOutputStream bz2 = new ByteArrayOutputStream();
        try (OutputStream out = new BZip2CompressorOutputStream(bz2)) {
            out.write(line);
        }

        assertThat(read("two-parts.jsonl.gz", gz.toByteArray(), 0).articles).hasSize(2);
        assertThat(read("one.jsonl.zst", Zstd.compress(line), 0).articles).hasSize(1);
        assertThat(read("one.jsonl.bz2", bz2.toByteArray(), 0).articles).hasSize(1);
    }

    @Test
    void takesThePagesOfAWebArchiveAndNothingElse() throws Exception {
        Items items = read("crawl.warc.gz", archive(WarcCompression.GZIP), 0);

        assertThat(items.articles).extracting(ArticleInput::title).containsExactly("One", "Two");
        assertThat(items.articles)
                .extracting(ArticleInput::url)
                .containsExactly("https://news.example/1", "https://news.example/2");
        assertThat(items.articles).extracting(ArticleInput::fetched).containsOnly("2026-10-30T06:00:00Z");
        assertThat(items.bad).isEmpty();
    }

    @Test
    void goesOnInAWebArchiveWhereItWasLeft() throws Exception {
        for (WarcCompression compression : List.of(WarcCompression.GZIP, WarcCompression.NONE)) {
            String name = compression == WarcCompression.GZIP ? "crawl.warc.gz" : "crawl.warc";
            byte[] archive = archive(compression);
            List<Long> numbers = read(name, archive, 0).numbers;

            Items rest = read(name, archive, numbers.get(1));

            assertThat(rest.articles).extracting(ArticleInput::title).containsExactly("Two");
            assertThat(rest.numbers).containsExactly(numbers.get(1));
        }
    }

    @Test
    void reportsAWebArchiveThatEndsInTheMiddle() throws Exception {
        byte[] whole = archive(WarcCompression.NONE);

        Items items = read("crawl.warc", java.util.Arrays.copyOf(whole, whole.length - 700), 0);

        assertThat(items.articles).extracting(ArticleInput::title).contains("One");
        assertThat(items.bad).singleElement().asString().contains("at byte");
    }

    @Test
    void recordsWhoseHeadersMakeNoSenseAreReportedAndThrowNothing() throws Exception {
        String whole = new String(archive(WarcCompression.NONE), ISO_8859_1);
        for (String damaged : List.of(
                whole.replace("WARC-Date: ", "WARC-Date: someday "),
                whole.replaceAll("WARC-Date: .*\r\n", ""),
                whole.replaceFirst("Content-Length: ", "Content-Length: many"),
                whole.replaceFirst("WARC-Type: ", "WARC-Type: response\r\nWARC-Type: "),
                whole.replaceFirst("WARC-Target-URI: .*\r\n", ""))) {
            Items items = read("crawl.warc", damaged.getBytes(ISO_8859_1), 0);

            assertThat(items.articles.size() + items.bad.size()).isPositive();
        }
    }

    private static byte[] archive(WarcCompression compression) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), compression)) {
            writer.write(response("https://news.example/1", 200, "text/html; charset=utf-8", PAGE.formatted("One")));
            writer.write(response("https://news.example/logo", 200, "image/png", "png"));
            writer.write(response("https://news.example/old", 301, "text/html", PAGE.formatted("Moved")));
            writer.write(response("https://news.example/2", 200, "text/html", PAGE.formatted("Two")));
        }
        return out.toByteArray();
    }

    private static WarcResponse response(String url, int status, String type, String body) throws Exception {
        HttpResponse http = new HttpResponse.Builder(status, "-")
                .body(MediaType.parse(type), body.getBytes(UTF_8))
                .build();
        return new WarcResponse.Builder(url)
                .date(Instant.parse("2026-10-30T06:00:00Z"))
                .body(http)
                .build();
    }

    @Test
    void readsRowsByAMappingWhateverTheFileIsCalled() throws Exception {
        Path file = Files.writeString(
                folder.resolve("export.csv"), "\ufeff1\t20261030060000\tIt \"rained\".\nid\tdate\ttext\n\n2\t\t\n");

        Items items = mapped(file, """
                form: table
                exclude: {column: 1, match: "^id$"}
                fields: {id: 1, date: {column: 2, format: yyyyMMddHHmmss}, text: 3}
                """);

        assertThat(items.articles).extracting(ArticleInput::text).containsExactly("It \"rained\".", null);
        assertThat(items.articles).extracting(ArticleInput::date).containsExactly("2026-10-30T06:00:00Z", null);
        assertThat(items.numbers).containsExactly(1L, 4L);
    }

    @Test
    void readsObjectsByAMappingAndReportsBadLines() throws Exception {
        Path file = Files.writeString(folder.resolve("dump.json"), "{\"a\": {\"b\": \"It rained.\"}}\n{\"a\": \n");

        Items items = mapped(file, "{form: json, fields: {text: /a/b}}");

        assertThat(items.articles).extracting(ArticleInput::text).containsExactly("It rained.");
        assertThat(items.bad).hasSize(1);
        assertThat(items.bad.get(0).toString()).startsWith("dump.json:2:").contains("malformed JSON");
    }

    private static Items mapped(Path file, String mapping) throws Exception {
        Items items = new Items(0);
        Layout layout =
                new Layout(Columns.BY_NAME, Mapping.read("m.yaml", new ByteArrayInputStream(mapping.getBytes(UTF_8))));
        new ArticleFile(file, String.valueOf(file.getFileName()), FileFormat.JSON_LINES, layout).read(items);
        return items;
    }

    private Items read(String name, String content) throws Exception {
        return read(name, content.getBytes(UTF_8), 0);
    }

    private Items read(String name, byte[] content, long known) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        Items items = new Items(known);
        new ArticleFile(file, name, FileFormat.of(file).orElseThrow(), Layout.BY_NAME).read(items);
        return items;
    }

    private static final class Items implements FileItems {

        final List<ArticleInput> articles = new ArrayList<>();
        final List<Long> numbers = new ArrayList<>();
        final List<BadInput> bad = new ArrayList<>();
        private final long known;

        Items(long known) {
            this.known = known;
        }

        @Override
        public void article(ArticleInput article, BadInput place, long item) {
            articles.add(article);
            numbers.add(item);
        }

        @Override
        public void bad(BadInput input, long item) {
            bad.add(input);
        }

        @Override
        public long known() {
            return known;
        }
    }
}
