package io.vedette.ingest.evidence;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** A web archive that is being written, each record packed for itself, so that it can be read alone.  For one thread. */
final class ArchiveFile implements Closeable {

    /** Common Crawl's way to say that the framing was taken off: readers would look for it otherwise. */
    private static final Pattern FRAMING = Pattern.compile("(?im)^Transfer-Encoding:");

    /**
     * Where a record is.
     *
     * @param offset its first byte
     * @param length its bytes
     */
    record Place(long offset, long length) {}

    private final Path path;
    private final FileChannel channel;
    private final WarcWriter writer;

    private ArchiveFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.writer = new WarcWriter(channel, WarcCompression.GZIP);
    }

    /** @throws IOException if it is there already, too */
    static ArchiveFile create(Path path, Instant now) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            ArchiveFile file = new ArchiveFile(path, channel);
            file.writer.write(new Warcinfo.Builder()
                    .date(now)
                    .filename(file.name())
                    .fields(Map.of(
                            "software", List.of("Vedette"),
                            "format", List.of("WARC File Format 1.0"),
                            "conformsTo", List.of("https://iipc.github.io/warc-specifications/")))
                    .build());
            return file;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    long size() {
        return writer.position();
    }

    /**
     * Appends a request and its answer.
     *
     * @param sha256 of the body, in hexadecimal
     * @return where the answer is, once it is safe on the disk
     */
    Place append(Capture capture, String sha256) throws IOException {
        long good = channel.position();
        try {
            WarcResponse response = response(capture, sha256);
            Place place = write(response);
            writer.write(new WarcRequest.Builder(capture.address())
                    .date(capture.at())
                    .concurrentTo(response.id())
                    .body(MediaType.HTTP_REQUEST, bytes(capture.requestHead()))
                    .build());
            channel.force(false);
            return place;
        } catch (IOException e) {
            channel.truncate(good);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private Place write(WarcResponse response) throws IOException {
        long offset = writer.position();
        writer.write(response);
        return new Place(offset, writer.position() - offset);
    }

    private static WarcResponse response(Capture capture, String sha256) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(bytes(FRAMING.matcher(capture.head()).replaceAll("X-Crawl-Transfer-Encoding:")));
        message.write(capture.body());
        WarcResponse.Builder response = new WarcResponse.Builder(capture.address())
                .date(capture.at())
                .payloadDigest("sha256", sha256)
                .body(MediaType.HTTP_RESPONSE, message.toByteArray());
        if (capture.server() != null) {
            response.ipAddress(capture.server());
        }
        return response.build();
    }

    private static byte[] bytes(String head) {
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }
}
