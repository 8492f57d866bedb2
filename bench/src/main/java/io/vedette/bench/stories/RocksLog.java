package io.vedette.bench.stories;

import io.vedette.text.story.StoryLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/** A log in RocksDB without a journal of its own, as Kafka Streams uses it. */
final class RocksLog implements StoryLog, AutoCloseable {

    private final Options options = new Options().setCreateIfMissing(true);
    private final WriteOptions writing = new WriteOptions().setDisableWAL(true);
    private final Path folder;
    private final RocksDB db;

    RocksLog(Path folder) {
        this.folder = folder;
        try {
            db = RocksDB.open(options, folder.toString());
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On disk, once all is written there. */
    long bytes() throws IOException {
        try {
            db.compactRange();
        } catch (RocksDBException e) {
            throw new IOException(e);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        try {
            return db.get(key);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void put(byte[] key, byte[] value) {
        try {
            db.put(writing, key, value);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void delete(byte[] key) {
        try {
            db.delete(writing, key);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void scan(byte first, BiConsumer<byte[], byte[]> entry) {
        try (ReadOptions reading = new ReadOptions();
                RocksIterator rows = db.newIterator(reading)) {
            for (rows.seek(new byte[] {first}); rows.isValid() && rows.key()[0] == first; rows.next()) {
                entry.accept(rows.key(), rows.value());
            }
        }
    }

    @Override
    public void close() {
        db.close();
        writing.close();
        options.close();
    }
}
