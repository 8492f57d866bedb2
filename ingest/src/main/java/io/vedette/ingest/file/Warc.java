package io.vedette.ingest.file;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.html.HtmlExtractor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Reads the pages of a web archive (ISO 28500, also its predecessor ARC), each an article; images, redirects, errors and
 * all that is no answer are passed over.  One thread reads, others take the articles out of the pages; they come in the order of
 * the file.  An item's number is where its record begins in the file, counted from 1, so that a
 * file of gigabytes is gone on with at once.
 */
final class Warc {

    private final Path path;
    private final String name;
    private final int pageLimitBytes;
    private final HtmlExtractor extractor = new HtmlExtractor();

    /** @param pageLimitBytes what is beyond that in a page is not read */
    Warc(Path path, String name, int pageLimitBytes) {
        this.path = path;
        this.name = name;
        this.pageLimitBytes = pageLimitBytes;
    }

    /**
     * Reads to the end; a record that can't be read is reported, and what comes after it is read if its beginning can be
     * found.
     *
     * @throws IOException if reading fails
     */
    void read(FileItems items) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(path);
                WarcReader reader = new WarcReader(channel.position(Math.max(0, items.known() - 1)));
                PageQueue pages = new PageQueue(items)) {
            reader.setLenient(true);
            while (true) {
                long position = reader.position();
                try {
                    Optional<WarcRecord> record = next(reader);
                    if (record.isEmpty()) {
                        pages.finish();
                        return;
                    }
                    position = reader.position();
                    if (record.get() instanceof WarcResponse response) {
                        page(response, position + 1, pages);
                    }
                } catch (ParsingException | EOFException | ZipException | UnreadableRecordException e) {
                    pages.bad(
                            new BadInput(name, 0, 0, "no record at byte " + position + ": " + e.getMessage()),
                            position + 1);
                    return;
                }
            }
        }
    }

    /** jwarc takes headers that make no sense as mistakes of its caller. */
    private static Optional<WarcRecord> next(WarcReader reader) throws IOException, UnreadableRecordException {
        try {
            return reader.next();
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException(e);
        }
    }

    private void page(WarcResponse response, long item, PageQueue pages) throws IOException, InterruptedException {
        BadInput place = new BadInput(name + " record at byte " + (item - 1), 0, 0, "");
        try {
            HttpResponse http = response.http();
            if (http.status() != 200 || !isPage(http.contentType())) {
                return;
            }
            byte[] html = body(http);
            String charset = http.contentType().parameters().get("charset");
            String target = response.target();
            String captured = date(response);
            pages.add(() -> article(html, charset, target, captured), html.length, place, item);
        } catch (ParsingException | IllegalArgumentException | NoSuchElementException e) {
            pages.bad(place.because("the answer can't be read: " + e.getMessage()), item);
        }
    }

    private byte[] body(HttpResponse http) throws IOException {
        try (InputStream body = http.bodyDecoded().stream()) {
            return body.readNBytes(pageLimitBytes);
        }
    }

    /** When it was captured; null if it does not say so in a way that can be read. */
    private static @Nullable String date(WarcResponse response) {
        try {
            return response.date().toString();
        } catch (DateTimeException | NoSuchElementException e) {
            return null;
        }
    }

    private static boolean isPage(MediaType type) {
        return type.base().equals(MediaType.HTML)
                || type.type().equals("application") && type.subtype().equals("xhtml+xml");
    }

    private ArticleInput article(byte[] html, @Nullable String charset, String target, @Nullable String captured) {
        ExtractedPage page = extractor.extract(html, charset, target);
        return ArticleInput.of(page, page.canonicalUrl() == null ? target : page.canonicalUrl(), captured);
    }

    private static final class UnreadableRecordException extends Exception {

        private static final long serialVersionUID = 1;

        UnreadableRecordException(IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
