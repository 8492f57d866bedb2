package io.vedette.alerts.delivery.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.delivery.api.Replays.ReplayException;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.schemas.Delivery;
import io.vedette.schemas.DeliveryState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Deliveries over HTTP: what is to do, what was done, and a way to have it done again. */
public final class DeliveryApi implements Routes {

    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 10_000;
    private static final String PARKED = "PARKED";
    private static final String PATH = "/api/deliveries";
    private static final String ONE = PATH + "/{alert}/{channel}";
    private static final Shape OPEN = Shape.object(
            "OpenDelivery",
            "alertId",
            Shape.TEXT,
            "watchId",
            Shape.TEXT,
            "channel",
            Shape.TEXT,
            "status",
            Shape.oneOf("PENDING", PARKED),
            "attempts",
            Shape.WHOLE_NUMBER,
            "dueSince",
            Shape.TIME,
            "lastAttemptAt",
            Shape.TIME,
            "nextAttemptAt",
            Shape.TIME,
            "reason",
            Shape.TEXT);
    private static final Shape ATTEMPT = Shape.object(
            "DeliveryAttempt",
            "alertId",
            Shape.TEXT,
            "watchId",
            Shape.TEXT,
            "channel",
            Shape.TEXT,
            "attempt",
            Shape.WHOLE_NUMBER,
            "attemptedAt",
            Shape.TIME,
            "status",
            Shape.oneOf("DELIVERED", "FAILED", PARKED),
            "reason",
            Shape.TEXT,
            "responseMillis",
            Shape.WHOLE_NUMBER);
    private static final Shape LISTS =
            Shape.object("Deliveries", "open", Shape.many(OPEN), "items", Shape.many(ATTEMPT));

    private final DeliveryView view;
    private final Replays replays;

    public DeliveryApi(DeliveryView view, Replays replays) {
        this.view = view;
        this.replays = replays;
    }

    @Override
    public List<Endpoint> endpoints() {
        Endpoint list = Endpoint.get(PATH, "What is to be delivered, what was, what failed and why.", this::list)
                .forTenants();
        for (String filter : List.of("alert", "watch", "channel")) {
            list = list.query(filter, "Only what is of this " + filter + ".", Shape.TEXT);
        }
        return List.of(
                list.query("status", "Only these.", Shape.oneOf("pending", "parked", "delivered", "failed"))
                        .query("limit", "How many at most of each list; 100 if not given.", Shape.WHOLE_NUMBER)
                        .answers(HttpStatus.OK, "What is open, and the newest attempts.", LISTS),
                Endpoint.get(ONE, "One alert on one channel.", this::show)
                        .forTenants()
                        .answers(HttpStatus.OK, "What is open, and the attempts.", LISTS),
                Endpoint.post(PATH + "/retry", "Tries again all that is parked.", this::retryAll)
                        .forTenants()
                        .query("channel", "Only on this channel.", Shape.TEXT)
                        .answers(
                                HttpStatus.ACCEPTED,
                                "How many.",
                                Shape.object("Retried", "retried", Shape.WHOLE_NUMBER)),
                Endpoint.post(ONE + "/retry", "Tries again now what is parked or waits.", this::retry)
                        .forTenants()
                        .answers(HttpStatus.ACCEPTED, "As it was before.", OPEN));
    }

    /** The same filters for both lists; an attempt that failed is not open any more once a later one went well. */
    private void list(Context ctx) {
        Tenant tenant = Callers.tenant(ctx);
        String alert = ctx.queryParam("alert");
        String watch = watch(ctx);
        String channel = ctx.queryParam("channel");
        String status = status(ctx);
        int limit = limit(ctx);
        List<DeliveryState> open = view.open(
                state -> tenant.owns(state.getWatchId())
                        && fits(alert, state.getAlertId())
                        && fits(watch, state.getWatchId())
                        && fits(channel, state.getChannel())
                        && fits(status, shown(state)),
                limit);
        List<Delivery> attempts = view.attempts(
                attempt -> tenant.owns(attempt.getWatchId())
                        && fits(alert, attempt.getAlertId())
                        && fits(watch, attempt.getWatchId())
                        && fits(channel, attempt.getChannel())
                        && fits(status, attempt.getStatus()),
                limit);
        ctx.json(body(open, attempts));
    }

    private void show(Context ctx) {
        String alert = ctx.pathParam("alert");
        String channel = ctx.pathParam("channel");
        Tenant tenant = Callers.tenant(ctx);
        List<DeliveryState> open = view.of(alert, channel)
                .filter(state -> tenant.owns(state.getWatchId()))
                .map(List::of)
                .orElse(List.of());
        List<Delivery> attempts = view.attempts(
                attempt -> tenant.owns(attempt.getWatchId())
                        && attempt.getAlertId().equals(alert)
                        && attempt.getChannel().equals(channel),
                MOST);
        if (open.isEmpty() && attempts.isEmpty()) {
            throw new Problem(HttpStatus.NOT_FOUND, "nothing is known of alert " + alert + " on channel " + channel);
        }
        ctx.json(body(open, attempts));
    }

    private void retry(Context ctx) {
        String alert = ctx.pathParam("alert");
        String channel = ctx.pathParam("channel");
        DeliveryState state = view.of(alert, channel)
                .filter(open -> Callers.tenant(ctx).owns(open.getWatchId()))
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "nothing is open for alert " + alert + " on channel " + channel
                                + "; GET /api/deliveries lists what is"));
        ask(state);
        ctx.status(HttpStatus.ACCEPTED).json(open(state));
    }

    /** All that is parked, of one channel if it is named. */
    private void retryAll(Context ctx) {
        String channel = ctx.queryParam("channel");
        Tenant tenant = Callers.tenant(ctx);
        List<DeliveryState> parked = view.open(
                state -> tenant.owns(state.getWatchId())
                        && state.getStatus().equals(PARKED)
                        && fits(channel, state.getChannel()),
                MOST);
        parked.forEach(this::ask);
        ctx.status(HttpStatus.ACCEPTED).json(Map.of("retried", parked.size()));
    }

    private void ask(DeliveryState state) {
        try {
            replays.ask(state);
        } catch (ReplayException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage() + "; try again later");
        }
    }

    private static Map<String, Object> body(List<DeliveryState> open, List<Delivery> attempts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("open", open.stream().map(DeliveryApi::open).toList());
        body.put("items", attempts.stream().map(DeliveryApi::attempt).toList());
        return body;
    }

    private static Map<String, @Nullable Object> open(DeliveryState state) {
        Map<String, @Nullable Object> open = new LinkedHashMap<>();
        open.put("alertId", state.getAlertId());
        open.put("watchId", state.getWatchId());
        open.put("channel", state.getChannel());
        open.put("status", shown(state));
        open.put("attempts", state.getAttempt());
        open.put("dueSince", text(state.getDueSince()));
        open.put("lastAttemptAt", text(state.getLastAttemptAt()));
        open.put("nextAttemptAt", text(state.getNextAttemptAt()));
        open.put("reason", state.getReason());
        return open;
    }

    private static Map<String, @Nullable Object> attempt(Delivery delivery) {
        Map<String, @Nullable Object> attempt = new LinkedHashMap<>();
        attempt.put("alertId", delivery.getAlertId());
        attempt.put("watchId", delivery.getWatchId());
        attempt.put("channel", delivery.getChannel());
        attempt.put("attempt", delivery.getAttempt());
        attempt.put("attemptedAt", text(delivery.getAttemptedAt()));
        attempt.put("status", delivery.getStatus());
        attempt.put("reason", delivery.getReason());
        attempt.put("responseMillis", delivery.getResponseMillis());
        return attempt;
    }

    /** A wish for another try is as good as one. */
    private static String shown(DeliveryState state) {
        return state.getStatus().equals(PARKED) ? PARKED : "PENDING";
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static boolean fits(@Nullable String asked, String value) {
        return asked == null || Objects.equals(asked, value);
    }

    private static @Nullable String watch(Context ctx) {
        String watch = ctx.queryParam("watch");
        return watch == null ? null : Callers.tenant(ctx).watchId(watch);
    }

    private static @Nullable String status(Context ctx) {
        String status = ctx.queryParam("status");
        if (status == null) {
            return null;
        }
        String upper = status.toUpperCase(Locale.ROOT);
        if (!List.of("PENDING", PARKED, "DELIVERED", "FAILED").contains(upper)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "status: give pending, parked, delivered or failed");
        }
        return upper;
    }

    private static int limit(Context ctx) {
        String limit = ctx.queryParam("limit");
        if (limit == null) {
            return USUAL_LIMIT;
        }
        if (!limit.matches("\\d{1,5}") || Integer.parseInt(limit) > MOST) {
            throw new Problem(HttpStatus.BAD_REQUEST, "limit: give a number up to " + MOST);
        }
        return Integer.parseInt(limit);
    }
}
