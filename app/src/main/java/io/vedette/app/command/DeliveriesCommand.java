package io.vedette.app.command;

import static io.vedette.app.api.ApiClient.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vedette deliveries}. */
@Command(
        name = "deliveries",
        description = {
            "Shows what is still to be delivered, with the time of the next attempt; then what was sent to whom, what"
                    + " failed and why, the latest first."
        },
        footer = {
            "  vedette deliveries --status failed",
            "  vedette deliveries --channel desk-mail --limit 20",
            "  vedette deliveries --alert 6d2f3c0c9a1f4a53b2b0a6a1c54e7f10 --format json"
        })
public final class DeliveriesCommand extends RemoteCommand {

    @Option(names = "--channel", paramLabel = "NAME", description = "Only to this channel.")
    private @Nullable String channel;

    @Option(names = "--watch", paramLabel = "ID", description = "Only alerts of this watch.")
    private @Nullable String watch;

    @Option(names = "--alert", paramLabel = "ID", description = "Only this alert.")
    private @Nullable String alert;

    @Option(names = "--status", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private @Nullable Status status;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many at most (default: 50).")
    private int limit = 50;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text or json (default: text).")
    private OutputFormat format = OutputFormat.TEXT;

    /** How an attempt ended. */
    enum Status {
        PENDING,
        DELIVERED,
        FAILED,
        PARKED
    }

    public DeliveriesCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode call(ApiClient client) throws InterruptedException {
        JsonNode body =
                good(client.get("/api/deliveries?" + query()), "deliveries").body();
        if (format == OutputFormat.JSON) {
            terminal.result(body.toString());
            return ExitCode.OK;
        }
        for (JsonNode open : body.path("open")) {
            terminal.result(line(open, "nextAttemptAt"));
        }
        for (JsonNode attempt : body.path("items")) {
            terminal.result(line(attempt, "attemptedAt"));
        }
        return ExitCode.OK;
    }

    private String query() {
        List<String> parts = new ArrayList<>();
        add(parts, "channel", channel);
        add(parts, "watch", watch);
        add(parts, "alert", alert);
        add(parts, "status", status == null ? null : status.name());
        add(parts, "limit", Integer.toString(limit));
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + "=" + segment(value));
        }
    }

    /** @param time the field of the time that matters */
    private String line(JsonNode delivery, String time) {
        String how = delivery.path("status").asText();
        String reason =
                delivery.path("reason").isNull() ? "" : delivery.path("reason").asText("");
        return String.format(
                        Locale.ROOT,
                        "%-24s %s %-20s %-24s %s",
                        delivery.hasNonNull(time) ? delivery.path(time).asText() : "",
                        styled(how).on(String.format(Locale.ROOT, "%-9s", how), terminal.colour()),
                        delivery.path("channel").asText(),
                        delivery.path("watchId").asText(),
                        reason.isEmpty() ? delivery.path("alertId").asText() : reason)
                .stripTrailing();
    }

    private static Style styled(String status) {
        return switch (status) {
            case "PARKED" -> Style.RED;
            case "FAILED" -> Style.YELLOW;
            default -> Style.DIM;
        };
    }
}
