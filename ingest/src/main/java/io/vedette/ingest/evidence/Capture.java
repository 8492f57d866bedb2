package io.vedette.ingest.evidence;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer.
 *
 * @param address that was asked
 * @param requestHead request line and headers, each with its line break, and the empty line behind them
 * @param head status line and headers, likewise; a character for each byte
 * @param body as it came, still packed, without the framing of its transfer
 * @param server that answered, if known
 * @param at when the answer was complete
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Capture(
        URI address,
        String requestHead,
        String head,
        byte[] body,
        @Nullable InetAddress server,
        Instant at) {}
