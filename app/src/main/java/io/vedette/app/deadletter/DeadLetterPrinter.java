package io.vedette.app.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.deadletter.DeadLetter;
import io.vedette.runtime.deadletter.PayloadText;
import io.vedette.runtime.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Dead letters on a terminal, in a file, or as JSON. */
public final class DeadLetterPrinter {

    private final Terminal terminal;

    public DeadLetterPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A line: address, time, origin, what went wrong. */
    public void line(DeadLetter letter, @Nullable Instant replayed) {
        terminal.result(String.format(
                        Locale.ROOT,
                        "%-16s %s  %-28s %s  %s%s",
                        letter.address(),
                        seconds(letter.time()),
                        letter.origin() == null ? "?" : letter.origin(),
                        Style.RED.on(letter.exceptionName(), terminal.colour()),
                        firstLine(letter.message()),
                        replayed == null
                                ? ""
                                : Style.DIM.on("  (sent again " + seconds(replayed) + ")", terminal.colour()))
                .stripTrailing());
    }

    /** An object on a line of its own. */
    public void json(DeadLetter letter, @Nullable Instant replayed) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        DeadLetter.Origin origin = letter.origin();
        json.put("address", letter.address().toString());
        json.put("time", letter.time().toString());
        json.put("topic", origin == null ? null : origin.topic());
        json.put("partition", origin == null ? null : origin.partition());
        json.put("offset", origin == null ? null : origin.offset());
        json.put("exception", letter.exception());
        json.put("message", letter.message());
        json.put("bytes", letter.bytes());
        json.put("replayed", replayed == null ? null : replayed.toString());
        terminal.result(json.toString());
    }

    /** All that there is to say of it. */
    public void whole(DeadLetter letter, @Nullable Instant replayed, PayloadText payload) {
        field("address", letter.address().toString());
        field("time", letter.time().toString());
        field("read from", letter.origin() == null ? "unknown" : letter.origin().toString());
        field("sent again", replayed == null ? "no" : replayed.toString());
        field("exception", Style.RED.on(letter.exception(), terminal.colour()));
        field("message", letter.message());
        for (Header header : letter.headers()) {
            field(
                    "header",
                    header.key() + " = " + (header.value() == null ? "null" : new String(header.value(), UTF_8)));
        }
        field("key", payload.of(letter.key()));
        field(
                "value",
                letter.omittedBytes() > 0
                        ? letter.omittedBytes()
                                + " bytes, too many to be kept here; replay fetches them from where it was read"
                        : payload.of(letter.value()));
        terminal.result(Style.DIM.on(letter.stackTrace().stripTrailing(), terminal.colour()));
    }

    private void field(String name, String value) {
        terminal.result(Style.BOLD.on(String.format(Locale.ROOT, "%-11s", name), terminal.colour()) + value);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
