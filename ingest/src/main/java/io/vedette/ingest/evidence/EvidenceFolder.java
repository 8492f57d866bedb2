package io.vedette.ingest.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Reads back what is kept in a folder of evidence.  Thread-safe. */
public final class EvidenceFolder {

    /** As they are named here: no separator, no dot in front. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,200}\\.warc\\.gz");

    private final Path folder;

    public EvidenceFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The record of an answer, as it is in the file: a whole web archive by itself.
     *
     * @param file its name
     * @param offset where the record begins
     * @return empty if there is no such file here, or no record of an answer at that place
     */
    public Optional<byte[]> record(String file, long offset) throws IOException {
        Optional<Path> path = path(file);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        long end = end(path.get(), offset);
        if (end <= offset) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path.get())) {
            in.skipNBytes(offset);
            return Optional.of(in.readNBytes(Math.toIntExact(end - offset)));
        }
    }

    /** The body of an answer as it came, perhaps packed; empty as with {@link #record}. */
    public Optional<byte[]> body(String file, long offset) throws IOException {
        Optional<Path> path = path(file);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try (WarcReader reader = open(path.get(), offset)) {
            Optional<WarcRecord> record = reader.next();
            if (record.isEmpty() || !(record.get() instanceof WarcResponse response)) {
                return Optional.empty();
            }
            return Optional.of(response.http().body().stream().readAllBytes());
        } catch (ParsingException | EOFException | ZipException | IllegalArgumentException e) {
            // the last where headers make no sense
            return Optional.empty();
        }
    }

    /** Where the record ends that begins there; 0 if none does. */
    private static long end(Path path, long offset) throws IOException {
        try (WarcReader reader = open(path, offset)) {
            Optional<WarcRecord> record = reader.next();
            if (record.isEmpty() || !(record.get() instanceof WarcResponse response)) {
                return 0;
            }
            response.body().consume();
            // every answer is followed by its request
            return reader.next().isPresent() ? reader.position() : Files.size(path);
        } catch (ParsingException | EOFException | ZipException | IllegalArgumentException e) {
            return 0;
        }
    }

    private static WarcReader open(Path path, long offset) throws IOException {
        return new WarcReader(FileChannel.open(path).position(offset));
    }

    private Optional<Path> path(String file) {
        Path path = folder.resolve(file);
        return NAME.matcher(file).matches() && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }
}
