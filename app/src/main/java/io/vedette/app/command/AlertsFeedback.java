package io.vedette.app.command;

import static io.vedette.app.api.ApiClient.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What somebody says to alerts and watches: {@code vedette alerts ack|reject|silence}. */
final class AlertsFeedback {

    private AlertsFeedback() {}

    /** Adds the commands. */
    static CommandLine addTo(CommandLine alerts, Terminal terminal) {
        return alerts.addSubcommand(new Acknowledge(terminal))
                .addSubcommand(new Reject(terminal))
                .addSubcommand(new Silence(terminal));
    }

    /** Why an alert should not have come. */
    enum Reason {
        WRONG_ENTITY,
        WRONG_PLACE,
        OLD_NEWS,
        DUPLICATE,
        OFF_TOPIC
    }

    /** {@code vedette alerts ack}. */
    @Command(
            name = "ack",
            description = "Acknowledges alerts: somebody has seen to them.",
            footer = {"  vedette alerts ack 6d2f3c0c9a1f4a53b2b0a6a1c54e7f10 --note 'told the desk'"})
    static final class Acknowledge extends RemoteCommand {

        @Parameters(arity = "1..*", paramLabel = "ALERT", description = "Ids of alerts.")
        private final List<String> ids = new ArrayList<>();

        @Option(names = "--note", paramLabel = "TEXT", description = "What else there is to say.")
        private @Nullable String note;

        Acknowledge(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            ObjectNode body = Json.MAPPER.createObjectNode().put("what", "ACKNOWLEDGE");
            body.put("note", note);
            for (String id : ids) {
                good(client.post("/api/alerts/" + segment(id) + "/feedback", body.toString()), "alert " + id);
                terminal.result(id);
            }
            return ExitCode.OK;
        }
    }

    /** {@code vedette alerts reject}. */
    @Command(
            name = "reject",
            description = {
                "Says that an alert should not have come, and why.",
                "Prints the change to the watch, or the entry in a gazetteer of your own, that would have kept it away."
            },
            footer = {"  vedette alerts reject 6d2f3c0c9a1f4a53b2b0a6a1c54e7f10 --reason wrong_place"})
    static final class Reject extends RemoteCommand {

        @Parameters(paramLabel = "ALERT", description = "Id of the alert.")
        private String id = "";

        @Option(names = "--reason", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
        private Reason reason = Reason.OFF_TOPIC;

        @Option(names = "--note", paramLabel = "TEXT", description = "What else there is to say.")
        private @Nullable String note;

        Reject(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            ObjectNode body = Json.MAPPER.createObjectNode().put("what", "REJECT");
            body.put("reason", reason.name());
            body.put("note", note);
            JsonNode answer = good(
                            client.post("/api/alerts/" + segment(id) + "/feedback", body.toString()), "alert " + id)
                    .body();
            terminal.result(
                    id + "  rejected: " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            for (JsonNode offer : answer.path("suggestions")) {
                terminal.result("  " + offer.path("why").asText());
                terminal.result("  " + offer.path("to").asText().toLowerCase(Locale.ROOT) + ": "
                        + offer.path("text").asText());
            }
            return ExitCode.OK;
        }
    }

    /** {@code vedette alerts silence}. */
    @Command(
            name = "silence",
            description = "Keeps watches quiet until a time; what they would have said is not told later either.",
            footer = {
                "  vedette alerts silence supply-routes --for 8h --reason 'exercise in the area'",
                "  vedette alerts silence supply-routes --end"
            })
    static final class Silence extends RemoteCommand {

        @Parameters(arity = "1..*", paramLabel = "WATCH", description = "Ids of watches.")
        private final List<String> ids = new ArrayList<>();

        @CommandLine.ArgGroup(multiplicity = "1")
        private final Until until = new Until();

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in any words, for others to read.")
        private @Nullable String reason;

        /** When it ends. */
        static final class Until {

            @Option(names = "--for", paramLabel = "TIME", description = "So long: 30m, 8h, 2d.")
            private @Nullable String duration;

            @Option(names = "--until", paramLabel = "TIME", description = "Until then: 2026-11-24T06:00:00Z.")
            private @Nullable String until;

            @Option(names = "--end", description = "Ends a silence now.")
            private boolean end;

            @Nullable
            String at() {
                String given = duration;
                return given == null ? until : Instant.now().plus(length(given)).toString();
            }

            private static Duration length(String text) {
                try {
                    String upper = text.strip().toUpperCase(Locale.ROOT);
                    return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
                } catch (DateTimeParseException e) {
                    throw new StartupException(
                            ExitCode.USAGE, "--for: \"" + text + "\" is no time; write 30m, 8h or 2d", e);
                }
            }
        }

        Silence(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            ObjectNode body = Json.MAPPER.createObjectNode();
            body.put("until", until.at());
            body.put("reason", reason);
            for (String id : ids) {
                String path = "/api/watches/" + segment(id) + "/silence";
                good(until.end ? client.delete(path) : client.post(path, body.toString()), "watch " + id);
                terminal.result(id);
            }
            return ExitCode.OK;
        }
    }
}
