package io.vedette.alerts.delivery.stream;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.schemas.Alert;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Alerts as server-sent events: {@code /api/alerts/stream}, for some watches with {@code ?watch=ID}, for some severities with
 * {@code ?severity=}, and with {@code ?feedback=true} also what people say of them.  The data of an event {@code alert} is the
 * alert as {@code alerts.json} has it, its id goes into {@code Last-Event-ID} of whoever comes back, to any instance; an event
 * {@code gap} says that more was missed than is kept.
 */
public final class StreamApi implements Routes {

    private static final String TYPE = "text/event-stream";
    private static final Shape SEVERITY = Shape.oneOf("INFO", "WARNING", "CRITICAL");
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final AlertHub hub;

    public StreamApi(AlertHub hub) {
        this.hub = hub;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get(
                        "/api/alerts/stream",
                        "Alerts as they come, as server-sent events; an event named gap says that some were missed.",
                        this::stream)
                .forTenants()
                .query("watch", "Id of a watch; may be given several times.", Shape.TEXT)
                .query("severity", "Of the alert; may be given several times.", SEVERITY)
                .query("feedback", "Whether what people say of alerts and watches is told, too.", Shape.TRUTH)
                .header("Last-Event-ID", "Id of the last event that was seen: begins after it.")
                .answers(
                        HttpStatus.OK,
                        "Events named alert, whose data is the alert as JSON; and feedback, with alertId, watchId, storyId, what,"
                                + " who, at, reason, note and until.",
                        List.of(TYPE),
                        Shape.of(Alert.class))
                .answers(HttpStatus.SERVICE_UNAVAILABLE, "As many readers as there may be are connected."));
    }

    @Override
    public void stopping() {
        hub.close();
    }

    private void stream(Context ctx) {
        String accept = ctx.header("Accept");
        if (accept == null || !accept.contains(TYPE)) {
            throw new Problem(HttpStatus.NOT_ACCEPTABLE, "ask with Accept: " + TYPE);
        }
        sorts(ctx); // lest a value that makes no sense end the stream rather than be answered
        if (hub.full()) {
            throw tooMany();
        }
        new SseHandler(this::serve).handle(ctx);
    }

    private void serve(SseClient client) {
        Context ctx = client.ctx();
        String last = ctx.header("Last-Event-ID");
        Position from = last == null || last.isBlank() ? null : Position.parse(last.strip());
        StreamReader reader = hub.subscribe(from, sorts(ctx), filter(ctx));
        if (reader == null) {
            client.close();
            return;
        }
        if (last != null && !last.isBlank() && from == null) {
            reader.missed();
        }
        client.keepAlive();
        Thread writer = new Thread(() -> write(client, reader), "vedette-stream");
        writer.setDaemon(true);
        reader.writtenBy(writer);
        client.onClose(() -> {
            hub.leave(reader);
            reader.end();
        });
        writer.start();
    }

    private void write(SseClient client, StreamReader reader) {
        try {
            client.sendComment("vedette");
            if (reader.hasMissed()) {
                client.sendEvent("gap", "{\"see\":\"/api/alerts\"}");
            }
            while (!reader.ended() && !client.terminated()) {
                StreamEvent event = reader.next(KEEP_ALIVE);
                if (event == null) {
                    client.sendComment("");
                } else {
                    client.sendEvent(event.sort().event(), event.json(), reader.id(event));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hub.leave(reader);
            client.close();
        }
    }

    private static Set<Sort> sorts(Context ctx) {
        boolean feedback = Boolean.TRUE.equals(Parameters.truth(ctx, "feedback"));
        return feedback ? EnumSet.allOf(Sort.class) : EnumSet.of(Sort.ALERT);
    }

    private static Predicate<StreamEvent> filter(Context ctx) {
        Tenant tenant = Callers.tenant(ctx);
        List<String> watches =
                ctx.queryParams("watch").stream().map(tenant::watchId).toList();
        List<String> severities = ctx.queryParams("severity");
        return event -> tenant.owns(event.watchId())
                && (watches.isEmpty() || watches.contains(event.watchId()))
                && (severities.isEmpty() || event.severity() == null || severities.contains(event.severity()));
    }

    private static Problem tooMany() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "as many readers as delivery.streamClients permits are connected; try again later");
    }
}
