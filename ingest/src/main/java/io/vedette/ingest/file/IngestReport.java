package io.vedette.ingest.file;

/**
 * What came of reading files.
 *
 * @param read items that were read now: lines, articles of arrays, files of one article
 * @param written of those, the articles that Kafka has committed
 * @param rejected of those, what was refused
 * @param known items that an earlier run had read, and that were passed over
 */
public record IngestReport(long read, long written, long rejected, long known) {

    /** Nothing read yet. */
    public static final IngestReport NONE = new IngestReport(0, 0, 0, 0);

    /** Both together. */
    public IngestReport plus(IngestReport other) {
        return new IngestReport(
                read + other.read, written + other.written, rejected + other.rejected, known + other.known);
    }
}
