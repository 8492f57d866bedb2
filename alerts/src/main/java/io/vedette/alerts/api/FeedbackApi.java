package io.vedette.alerts.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.feedback.FeedbackWriteException;
import io.vedette.alerts.feedback.FeedbackWriter;
import io.vedette.alerts.feedback.RejectReason;
import io.vedette.alerts.feedback.Silences;
import io.vedette.alerts.feedback.Suggestion;
import io.vedette.alerts.feedback.Suggestions;
import io.vedette.alerts.sources.SourceHealthWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Feedback;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What people say to alerts and watches, over HTTP: {@code POST /api/alerts/ID/feedback}, {@code POST} and {@code DELETE
 * /api/watches/ID/silence}, {@code GET /api/silences}.  Who says so is what {@code X-Vedette-User} says.
 */
public final class FeedbackApi implements Routes {

    private static final String SILENCE = "/api/watches/{id}/silence";
    private static final Shape SAID = Shape.object(
            "Feedback",
            "what",
            Shape.TEXT,
            "reason",
            Shape.TEXT,
            "note",
            Shape.TEXT,
            "watchId",
            Shape.TEXT,
            "storyId",
            Shape.TEXT);
    private static final Shape SILENCED = Shape.object("Silence", "reason", Shape.TEXT, "until", Shape.TIME);
    private static final Shape TAKEN = Shape.object(
            "FeedbackTaken",
            "what",
            Shape.TEXT,
            "id",
            Shape.TEXT,
            "who",
            Shape.TEXT,
            "suggestions",
            Shape.many(Shape.object("Suggestion", "to", Shape.TEXT, "text", Shape.TEXT, "why", Shape.TEXT)));
    private static final ObjectReader READER =
            Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final FeedbackWriter writer;
    private final Function<String, Optional<Alert>> alerts;
    private final Supplier<Watches> watches;
    private final Suggestions suggestions;
    private final Silences silences;
    private final Clock clock;

    /**
     * What somebody says to an alert.
     *
     * @param what ACKNOWLEDGE, REJECT or REOPEN
     * @param reason of a rejection, see {@link RejectReason}
     * @param watchId for an alert that is not known here any more
     * @param storyId likewise
     */
    record Said(
            @Nullable String what,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String watchId,
            @Nullable String storyId) {}

    /** Why a watch is to be silent, and until when; null for good. */
    record Silence(@Nullable String reason, @Nullable String until) {}

    /**
     * A watch that is silent.
     *
     * @param at since when
     * @param until null for good
     */
    record Silent(
            String watchId,
            @Nullable String who,
            @Nullable String reason,
            @Nullable Instant at,
            @Nullable Instant until) {}

    /** What came of it. */
    record Taken(String what, String id, @Nullable String who, List<Suggestion> suggestions) {}

    /**
     * @param alerts finds an alert by its id
     * @param watches says which watches there are
     * @param suggestions what to offer for a rejection
     * @param silences says which watches are silent
     */
    public FeedbackApi(
            FeedbackWriter writer,
            Function<String, Optional<Alert>> alerts,
            Supplier<Watches> watches,
            Suggestions suggestions,
            Silences silences,
            Clock clock) {
        this.writer = writer;
        this.alerts = alerts;
        this.watches = watches;
        this.suggestions = suggestions;
        this.silences = silences;
        this.clock = clock;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                                "/api/alerts/{id}/feedback",
                                "Acknowledges or rejects an alert, or takes that back.",
                                this::said)
                        .forTenants()
                        .header(Callers.WHO, "Who says so.")
                        .takes(SAID)
                        .answers(HttpStatus.OK, "Written; of a rejection also what could be changed.", TAKEN),
                Endpoint.post(SILENCE, "Silences a watch: it goes on matching and tells nobody.", this::silence)
                        .forTenants()
                        .header(Callers.WHO, "Who says so.")
                        .takes(SILENCED)
                        .answers(HttpStatus.OK, "Written.", TAKEN),
                Endpoint.delete(SILENCE, "Ends the silence of a watch.", this::unsilence)
                        .forTenants()
                        .header(Callers.WHO, "Who says so.")
                        .answers(HttpStatus.OK, "Written.", TAKEN),
                Endpoint.get(
                                "/api/silences",
                                "Which watches are silent now, who silenced them, why and until when.",
                                this::silent)
                        .forTenants()
                        .answers(HttpStatus.OK, "By watch.", Shape.many(Shape.of(Silent.class))));
    }

    private void silent(Context ctx) {
        Tenant tenant = Callers.tenant(ctx);
        ctx.json(silences.at(clock.instant()).stream()
                .filter(one -> tenant.owns(one.getWatchId()))
                .map(one -> new Silent(one.getWatchId(), one.getWho(), one.getReason(), one.getAt(), one.getUntil()))
                .toList());
    }

    private void said(Context ctx) throws IOException {
        String id = ctx.pathParam("id");
        Said said = READER.readValue(ctx.bodyAsBytes(), Said.class);
        RejectReason reason = reason(said);
        Tenant tenant = Callers.tenant(ctx);
        Alert alert = alerts.apply(id)
                .filter(found -> tenant.owns(found.getWatchId()))
                .orElse(null);
        String watchId = alert == null ? said.watchId() : alert.getWatchId();
        if (alert == null && !tenant.isHouse()) {
            // whose an alert is that is not known here can't be told
            throw new Problem(HttpStatus.NOT_FOUND, "there is no alert " + id + " here");
        }
        if (watchId == null) {
            throw new Problem(
                    HttpStatus.NOT_FOUND,
                    "there is no alert " + id + " here; of an older one, give its watchId and storyId");
        }
        write(Feedback.newBuilder()
                .setWhat(String.valueOf(said.what()))
                .setAlertId(id)
                .setWatchId(watchId)
                .setStoryId(alert == null ? said.storyId() : alert.getStoryId())
                .setReason(reason == null ? null : reason.name())
                .setNote(said.note())
                .setWho(who(ctx))
                .setAt(clock.instant())
                .build());
        List<Suggestion> offered = reason == null || alert == null ? List.of() : suggestions.forRejected(alert, reason);
        ctx.json(new Taken(String.valueOf(said.what()), id, who(ctx), offered));
    }

    /** Null of all but a rejection. */
    private static @Nullable RejectReason reason(Said said) {
        String what = said.what();
        if ("ACKNOWLEDGE".equals(what) || "REOPEN".equals(what)) {
            return null;
        }
        if (!"REJECT".equals(what)) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "what: \"" + what + "\" is none; use ACKNOWLEDGE, REJECT or REOPEN");
        }
        try {
            return RejectReason.of(String.valueOf(said.reason()));
        } catch (IllegalArgumentException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    private void silence(Context ctx) throws IOException {
        Silence silence = READER.readValue(ctx.bodyAsBytes(), Silence.class);
        if (silence.reason() == null || silence.reason().isBlank()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "reason: is missing; say why, for others to read");
        }
        write(about(ctx, "SILENCE")
                .setReason(silence.reason())
                .setUntil(until(silence.until()))
                .build());
        ctx.json(new Taken("SILENCE", WatchTenancy.id(ctx), who(ctx), List.of()));
    }

    private void unsilence(Context ctx) {
        write(about(ctx, "UNSILENCE").build());
        ctx.json(new Taken("UNSILENCE", WatchTenancy.id(ctx), who(ctx), List.of()));
    }

    private Feedback.Builder about(Context ctx, String what) {
        String id = WatchTenancy.id(ctx);
        if (!id.equals(SourceHealthWatch.ID) && watches.get().get(id).isEmpty()) {
            throw new Problem(HttpStatus.NOT_FOUND, "there is no watch " + id);
        }
        return Feedback.newBuilder()
                .setWhat(what)
                .setWatchId(id)
                .setWho(who(ctx))
                .setAt(clock.instant());
    }

    private @Nullable Instant until(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant until = Instant.parse(text);
            if (until.isAfter(clock.instant())) {
                return until;
            }
        } catch (DateTimeException e) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "until: \"" + text + "\" is no time; write it in UTC, for example 2026-01-31T00:00:00Z");
        }
        throw new Problem(HttpStatus.BAD_REQUEST, "until: " + text + " is over; give a time to come, or leave it out");
    }

    private void write(Feedback feedback) {
        try {
            writer.write(feedback);
        } catch (FeedbackWriteException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage() + "; try again later");
        }
    }

    private static @Nullable String who(Context ctx) {
        return Callers.who(ctx);
    }
}
