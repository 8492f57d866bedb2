package io.vedette.ingest.http;

import io.vedette.runtime.access.SecretKey;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream with an {@code Idempotency-Key} is read.
 *
 * @param line the last line that was taken, counted from 1
 * @param first the hash of its first line, by which another stream under the same key is told
 */
record StreamPosition(long line, String first) {

    private static final int HASH_BYTES = 16;
    private static final String PREFIX = "push-";
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}) ([0-9a-f]{32})");

    /**
     * What the progress is kept under.
     *
     * @param caller by whom the request is: two of them may use the same key
     */
    static String sourceId(String caller, String key) {
        return PREFIX + SecretKey.hash(caller + '\n' + key).substring(0, 2 * HASH_BYTES);
    }

    /** Whether the progress under that id is one of a stream. */
    static boolean isSourceId(String sourceId) {
        return sourceId.startsWith(PREFIX);
    }

    static String hash(byte[] buffer, int offset, int length) {
        return HexFormat.of().formatHex(Sha256.of(buffer, offset, length), 0, HASH_BYTES);
    }

    static Optional<StreamPosition> read(@Nullable String position) {
        Matcher written = WRITTEN.matcher(position == null ? "" : position);
        return written.matches()
                ? Optional.of(new StreamPosition(Long.parseLong(written.group(1)), written.group(2)))
                : Optional.empty();
    }

    String write() {
        return line + " " + first;
    }
}
