package io.vedette.ingest.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** How a file is packed, by the end of its name. */
enum Packing {
    NONE(""),
    GZIP(".gz"),
    ZSTD(".zst"),
    BZIP2(".bz2");

    private static final int BUFFER_BYTES = 1 << 16;

    private final String end;

    Packing(String end) {
        this.end = end;
    }

    static Packing of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (Packing packing : values()) {
            if (packing != NONE && name.endsWith(packing.end)) {
                return packing;
            }
        }
        return NONE;
    }

    /** The name of a file without the end that says how it is packed. */
    static String unpacked(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - of(file).end.length());
    }

    /** What is packed in a file, all of its parts if it was put together of several. */
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            return switch (of(file)) {
                case NONE -> in;
                case GZIP -> new GzipCompressorInputStream(in, true);
                case ZSTD -> new ZstdCompressorInputStream(in);
                case BZIP2 -> new BZip2CompressorInputStream(in, true);
            };
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
