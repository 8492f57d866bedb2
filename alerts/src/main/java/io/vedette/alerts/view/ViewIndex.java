package io.vedette.alerts.view;

import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Story;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.codecs.lucene99.Lucene99Codec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on disk, and with it how far the topics were read: each commit holds both, so that what is found again after a
 * crash is exactly what the offsets say.  An index of another shape, of topics that are no longer the same, or one that is
 * damaged, is deleted and begun anew; nothing is lost but time.
 */
final class ViewIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewIndex.class);

    /** Counts up with each change of what {@link ViewDocuments} makes. */
    private static final int VERSION = 4;

    private static final String SHAPE = "shape";
    private static final String OFFSET = "offset:";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String shape;

    private ViewIndex(Directory directory, IndexWriter writer, String shape) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.shape = shape;
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /**
     * Opens what is there, or begins anew.
     *
     * @param content what else makes an index another one: the topics that it is built from, say
     * @throws LockObtainFailedException if somebody else has it open
     */
    static ViewIndex open(Path folder, String content, int bufferMegabytes) throws IOException {
        String shape = shape(content);
        try {
            ViewIndex index = openAsItIs(folder, bufferMegabytes, shape);
            if (index.isNew() || shape.equals(index.committed().get(SHAPE))) {
                return index;
            }
            LOG.atInfo().addKeyValue("folder", folder).log("the view has another shape; building it anew");
            index.abandon();
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | NoSuchFileException
                | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("folder", folder)
                    .setCause(e)
                    .log("the view is damaged or of another version; building it anew");
        }
        delete(folder);
        return openAsItIs(folder, bufferMegabytes, shape);
    }

    IndexWriter writer() {
        return writer;
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** The first offset of each partition that is not in the last commit. */
    Map<TopicPartition, Long> offsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        committed().forEach((key, value) -> {
            if (key.startsWith(OFFSET)) {
                int colon = key.lastIndexOf(':');
                String topic = key.substring(OFFSET.length(), colon);
                offsets.put(new TopicPartition(topic, Integer.parseInt(key.substring(colon + 1))), Long.valueOf(value));
            }
        });
        return offsets;
    }

    /** Makes what was written safe, together with how far the topics were read for it. */
    void commit(Map<TopicPartition, Long> offsets) throws IOException {
        Map<String, String> data = offsets.entrySet().stream()
                .collect(Collectors.toMap(
                        offset -> OFFSET + offset.getKey().topic() + ":"
                                + offset.getKey().partition(),
                        offset -> offset.getValue().toString()));
        data.put(SHAPE, shape);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /** Removes everything. */
    void clear() throws IOException {
        writer.deleteAll();
        commit(Map.of());
        searchers.maybeRefreshBlocking();
    }

    /** Leaves out what was not committed: it is read again. */
    void abandon() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }

    @Override
    public void close() throws IOException {
        abandon();
    }

    private boolean isNew() {
        return committed().isEmpty() && writer.getDocStats().maxDoc == 0;
    }

    private Map<String, String> committed() {
        Map<String, String> data = new HashMap<>();
        var entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    private static ViewIndex openAsItIs(Path folder, int bufferMegabytes, String shape) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            IndexWriterConfig config = new IndexWriterConfig()
                    .setCodec(new Lucene99Codec(Lucene99Codec.Mode.BEST_COMPRESSION))
                    .setRAMBufferSizeMB(bufferMegabytes)
                    .setCommitOnClose(false)
                    .setIndexSort(sort());
            return new ViewIndex(directory, new IndexWriter(directory, config), shape);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Newest first on disk too, so that the first page of a search need not look at the rest. */
    private static Sort sort() {
        return Order.NEWEST.sort();
    }

    private static String shape(String content) {
        return VERSION + " " + fingerprint(Alert.getClassSchema()) + " " + fingerprint(AlertState.getClassSchema())
                + " " + fingerprint(EnrichedArticle.getClassSchema()) + " "
                + fingerprint(ArticleHistory.getClassSchema()) + " " + fingerprint(Story.getClassSchema()) + " "
                + content;
    }

    private static String fingerprint(org.apache.avro.Schema schema) {
        return Long.toHexString(SchemaNormalization.parsingFingerprint64(schema));
    }

    /** The files of an index lie in one folder, without folders below. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file) && !file.endsWith(IndexWriter.WRITE_LOCK_NAME)) {
                    Files.delete(file);
                }
            }
        }
    }
}
