package io.vedette.ingest.file;

import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.SourceKind;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.ingest.mapping.Mapping;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Publishes the articles of files, once: what an earlier run has read is passed over.  Each call returns when Kafka has
 * committed everything, and waits as long as Kafka is away; interrupt it to give up.  Thread-safe.
 */
public final class FileIngest {

    private final ArticleWriters writers;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final Pace pace;

    /**
     * @param writers opens a writer for each path
     * @param factory cleans the articles
     * @param metrics counts them
     */
    public FileIngest(ArticleWriters writers, ArticleFactory factory, IngestMetrics metrics) {
        this(writers, factory, metrics, Pace.unlimited());
    }

    /** The same, no faster than that; then for one thread only. */
    public FileIngest(ArticleWriters writers, ArticleFactory factory, IngestMetrics metrics, Pace pace) {
        this.pace = pace;
        this.writers = writers;
        this.factory = factory;
        this.metrics = metrics;
    }

    /**
     * Publishes files and folders, one after the other.
     *
     * @throws NoSuchFileException if one of them is not there or can't be read; then none has been begun
     * @throws IOException if a folder can't be listed, or if Kafka will never take the articles
     */
    public IngestReport run(List<Path> paths, IngestListener listener) throws IOException, InterruptedException {
        return run(paths, Layout.BY_NAME, listener);
    }

    /**
     * The same, of files whose layout is told.
     *
     * @throws NoSuchFileException if one of them is not there or can't be read; then none has been begun
     * @throws IOException if a folder can't be listed, or if Kafka will never take the articles
     */
    public IngestReport run(List<Path> paths, Layout layout, IngestListener listener)
            throws IOException, InterruptedException {
        List<FileSource> sources = new ArrayList<>();
        for (Path path : paths) {
            sources.add(FileSource.of(path));
        }
        IngestReport report = IngestReport.NONE;
        for (FileSource source : sources) {
            report = report.plus(run(SourceKind.FILE, source.id(), listener, run -> run.files(source, layout)));
        }
        return report;
    }

    /**
     * Publishes JSON Lines that have a name of their own, such as those that come with the product.
     *
     * @param sourceId what the progress is kept under: letters, digits, hyphens
     * @param lines read to the end, and not closed
     */
    public IngestReport run(String sourceId, Reader lines, IngestListener listener)
            throws IOException, InterruptedException {
        return run(SourceKind.FILE, sourceId, listener, run -> run.lines(lines, sourceId));
    }

    /** Publishes JSON Lines from standard input, all of them: nobody knows what was in it the last time. */
    public IngestReport standardInput(Reader lines, IngestListener listener) throws IOException, InterruptedException {
        return run(SourceKind.STDIN, "stdin", listener, run -> run.lines(lines, null));
    }

    /** Publishes the lines of standard input by a mapping; as JSON Lines if the layout names none. */
    public IngestReport standardInput(Reader lines, Layout layout, IngestListener listener)
            throws IOException, InterruptedException {
        Mapping mapping = layout.mapping();
        return mapping == null
                ? standardInput(lines, listener)
                : run(SourceKind.STDIN, "stdin", listener, run -> run.mapped(lines, mapping));
    }

    private interface Reading {
        IngestReport with(FileRun run) throws IOException, InterruptedException, ExecutionException;
    }

    private IngestReport run(SourceKind kind, String sourceId, IngestListener listener, Reading reading)
            throws IOException, InterruptedException {
        try (ArticleWriter writer = writers.open(sourceId)) {
            return reading.with(new FileRun(kind, writer, factory, metrics, pace, listener));
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not take the articles: " + e.getCause(), e.getCause());
        }
    }
}
