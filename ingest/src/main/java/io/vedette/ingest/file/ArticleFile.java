package io.vedette.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.ArticleJson;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.article.MalformedInputException;
import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.html.HtmlExtractor;
import io.vedette.ingest.mapping.Mapping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** One file of articles. */
final class ArticleFile {

    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int HEAD_BYTES = 1024;

    private final Path path;
    private final String name;
    private final FileFormat format;
    private final Layout layout;

    /**
     * @param name what the file is called in reports and positions
     * @param layout what its name does not say
     */
    ArticleFile(Path path, String name, FileFormat format, Layout layout) {
        this.path = path;
        this.name = name;
        this.format = format;
        this.layout = layout;
    }

    String name() {
        return name;
    }

    /** How much of its beginning was looked at, a hyphen, and a hash of that. */
    String head() throws IOException {
        return head(HEAD_BYTES);
    }

    /** Whether it still begins as it did then; it may have grown. */
    boolean beginsWith(String then) throws IOException {
        int hyphen = then.indexOf('-');
        return hyphen > 0
                && then.matches("[0-9]{1,4}-.*")
                && head(Integer.parseInt(then.substring(0, hyphen))).equals(then);
    }

    private String head(int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(most);
            CRC32C crc = new CRC32C();
            crc.update(bytes);
            return bytes.length + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
        }
    }

    /**
     * Reads it to its end.
     *
     * @throws IOException if reading fails, also because what is in the {@code .gz} is damaged
     */
    void read(FileItems items) throws IOException, InterruptedException {
        if (layout.mapping() != null) {
            readMapped(layout.mapping(), items);
            return;
        }
        if (format == FileFormat.WARC) {
            new Warc(path, name, MOST_BYTES).read(items);
            return;
        }
        try (InputStream in = Packing.open(path)) {
            switch (format) {
                case JSON_LINES -> JsonLines.read(new InputStreamReader(in, UTF_8), name, items);
                case JSON -> readJson(new InputStreamReader(in, UTF_8), items);
                case TABLE -> new Table(name, layout.columns()).read(new InputStreamReader(in, UTF_8), items);
                case TEXT -> one(ArticleInput.of(title(), PlainText.decode(whole(in))), items);
                case HTML -> readPage(whole(in), items);
                case MAIL -> one(Mail.read(new ByteArrayInputStream(whole(in))), items);
                case WARC -> throw new IllegalStateException("a web archive is read by its path");
            }
        }
    }

    private void readMapped(Mapping mapping, FileItems items) throws IOException, InterruptedException {
        try (Reader lines = new InputStreamReader(Packing.open(path), UTF_8)) {
            new MappedLines(mapping, name).read(lines, items);
        }
    }

    private void readJson(Reader json, FileItems items) throws IOException, InterruptedException {
        long[] number = {0};
        try {
            ArticleJson.document(json, article -> items.article(article, place(++number[0]), number[0]));
        } catch (MalformedInputException e) {
            items.bad(e.in(name), number[0] + 1);
        }
    }

    private void readPage(byte[] html, FileItems items) throws InterruptedException {
        ExtractedPage page = new HtmlExtractor().extract(html, null, "");
        ArticleInput article = ArticleInput.of(page, page.canonicalUrl(), null);
        one(page.title() == null ? article.withTitle(title()) : article, items);
    }

    private void one(ArticleInput article, FileItems items) throws InterruptedException {
        items.article(article, new BadInput(name, 0, 0, ""), 1);
    }

    private BadInput place(long article) {
        return new BadInput(name + " article " + article, 0, 0, "");
    }

    /** Where the content has no headline: the file's name without its ends. */
    private String title() {
        String plain = Packing.unpacked(path);
        int dot = plain.lastIndexOf('.');
        return dot > 0 ? plain.substring(0, dot) : plain;
    }

    private static byte[] whole(InputStream in) throws IOException {
        return in.readNBytes(MOST_BYTES);
    }
}
