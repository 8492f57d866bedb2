package io.vedette.bench.fuzz;

import io.vedette.ingest.article.ArticleJson;
import io.vedette.ingest.article.MalformedInputException;
import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.file.FileTrial;
import io.vedette.ingest.html.HtmlExtractor;
import io.vedette.ingest.item.UnreadableListException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** What comes in from outside and is read by Vedette; what its reader may say to it, and what is good of it. */
enum Input {
    FEEDS {
        private final FeedReader reader = new FeedReader();

        @Override
        void read(byte[] input) {
            try {
                reader.read(input, null, URI.create("https://news.example/feed"));
            } catch (UnreadableListException e) {
                // that is how it is said
            }
        }

        @Override
        List<byte[]> good() {
            String items = "<item><title>Rain &amp; wind</title><link>https://news.example/%d</link><guid>%d</guid>"
                    + "<pubDate>Mon, 23 Nov 2026 12:00:00 GMT</pubDate><description><![CDATA[<p>It rained.</p>]]></description>"
                    + "</item>";
            return utf8(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>News</title><ttl>60</ttl>"
                            + "<skipHours><hour>3</hour></skipHours>" + items.repeat(20) + "</channel></rss>",
                    "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title><entry><id>urn:1</id>"
                            + "<link href=\"/1\"/><updated>2026-11-23T12:00:00Z</updated><title type=\"html\">&lt;b&gt;Rain"
                            + "</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>It rained."
                            + "</p></div></content></entry></feed>",
                    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"News\",\"items\":[{\"id\":\"1\",\"url\":"
                            + "\"https://news.example/1\",\"content_html\":\"<p>It rained.</p>\",\"date_published\":"
                            + "\"2026-11-23T12:00:00Z\",\"authors\":[{\"name\":\"A\"}]}]}");
        }
    },
    HTML {
        private final HtmlExtractor extractor = new HtmlExtractor();

        @Override
        void read(byte[] input) {
            extractor.extract(input, null, "https://news.example/rain");
        }

        @Override
        List<byte[]> good() {
            return utf8(PAGE, PAGE.replace("<p>", "<div><table><tr><td><p>"), "<p>".repeat(500) + "It rained.");
        }
    },
    JSON {
        @Override
        void read(byte[] input) {
            String text = new String(input, StandardCharsets.UTF_8);
            try {
                ArticleJson.line(text, 1);
            } catch (MalformedInputException e) {
                // that is how it is said
            }
        }

        @Override
        List<byte[]> good() {
            return utf8(
                    "{\"text\":\"It rained.\",\"title\":\"Rain\",\"url\":\"https://news.example/1\",\"date\":"
                            + "\"2026-11-23T12:00:00Z\",\"author\":[\"A\",\"B\"],\"language\":\"en\",\"more\":{\"a\":[1,2.5e3,null]}}",
                    "{\"text\":\"\\u0420\\ud83d\\ude80\",\"date\":1795435200}");
        }
    },
    WARC {
        private final Path file = temporary();

        @Override
        void read(byte[] input) throws InterruptedException {
            try {
                Files.write(file, input);
                FileTrial.read(file);
            } catch (IOException e) {
                // that is how it is said
            }
        }

        @Override
        List<byte[]> good() {
            return List.of(archive(WarcCompression.NONE), archive(WarcCompression.GZIP));
        }
    };

    private static final String PAGE =
            "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Rain - News</title>"
                    + "<meta property=\"og:title\" content=\"Rain\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
                    + "\"headline\":\"Rain\",\"datePublished\":\"2026-11-23T12:00:00Z\",\"author\":[{\"name\":\"A\"}]}</script></head>"
                    + "<body><nav><ul><li><a href=/>Home</a></ul></nav><article><h1>Rain</h1>"
                    + "<p>It rained on the town the whole night, said the mayor, and nobody knew for how long.</p>"
                            .repeat(8)
                    + "</article><footer>Copyright</footer></body></html>";

    /**
     * Reads it; a reader that refuses it in the way that is its own is no failure.
     *
     * @throws RuntimeException if that is not so
     */
    abstract void read(byte[] input) throws InterruptedException;

    /** What is as it should be, to be spoilt. */
    abstract List<byte[]> good();

    private static List<byte[]> utf8(String... texts) {
        return List.of(texts).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] archive(WarcCompression compression) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), compression)) {
            for (int i = 0; i < 5; i++) {
                writer.write(new WarcResponse.Builder(URI.create("https://news.example/" + i))
                        .body(
                                MediaType.HTTP_RESPONSE,
                                ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE)
                                        .getBytes(StandardCharsets.UTF_8))
                        .build());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("vedette-fuzz-", ".warc");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
