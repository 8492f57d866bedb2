package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.FailedExampleException;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.WatchWriteException;
import io.vedette.alerts.watch.WatchWriter;
import io.vedette.alerts.watch.WatchWriter.Written;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.EntityTags;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.query.QueryException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches over HTTP.
 *
 * <p>A write is answered 200 once every live instance has applied it: an article that is accepted after that is held
 * against the new version.  If that takes too long, the answer is 202 with a {@code Location} that tells how far it is;
 * the write itself is done in either case.
 */
public final class WatchApi implements Routes {

    private static final Shape TEXT = Shape.TEXT;
    private static final String ONE = "/api/watches/{id}";

    private final Supplier<Watches> watches;
    private final WatchWriter writer;
    private final Instances instances;
    private final Duration patience;
    private final Watch builtIn;
    private final boolean requireIfMatch;
    private final WatchListing listing;
    private final OneAtATime writes;
    private final WatchTenancy tenancy;

    /**
     * @param patience how long a write waits for the instances
     * @param requireIfMatch whether a change must say which version it changes
     * @param builtIn the watch that is always there, and can't be changed
     * @param tenancy what a tenant's watches may be
     */
    public WatchApi(
            Supplier<Watches> watches,
            WatchWriter writer,
            Instances instances,
            Duration patience,
            boolean requireIfMatch,
            Watch builtIn,
            WatchTenancy tenancy) {
        this.watches = watches;
        this.requireIfMatch = requireIfMatch;
        this.builtIn = builtIn;
        this.listing = new WatchListing(watches, builtIn);
        this.tenancy = tenancy;
        this.writes = new OneAtATime(instances, patience);
        this.writer = writer;
        this.instances = instances;
        this.patience = patience;
    }

    @Override
    public List<Endpoint> endpoints() {
        Shape watch = Shape.of(WatchView.class);
        Shape later = Shape.object("WatchPending", "id", TEXT, "applied", Shape.TRUTH, "status", TEXT);
        String condition = "ETag of the version that is to be changed; if it is another by now, 412.";
        String waiting = "Written, but not every instance has applied it yet; Location tells when.";
        return List.of(
                WatchListing.describe(Endpoint.get("/api/watches", "Watches, by id.", listing::list)
                                .forTenants())
                        .answers(
                                HttpStatus.OK,
                                "A page of watches; the Link header has the next one.",
                                Shape.many(watch)),
                Endpoint.post("/api/watches", "Adds a watch.", this::create)
                        .forTenants()
                        .header(Callers.WHO, "Who adds it; shown as updatedBy.")
                        .takes(Shape.of(WatchBody.class))
                        .answers(HttpStatus.OK, "Every instance has applied it.", watch)
                        .answers(HttpStatus.ACCEPTED, waiting, later),
                Endpoint.get(ONE, "One watch.", this::show)
                        .forTenants()
                        .header("If-None-Match", "ETag of the version that is known; if it is still that, 304.")
                        .answers(HttpStatus.OK, "The watch, with an ETag.", watch)
                        .answers(HttpStatus.NOT_MODIFIED, "It is still that version."),
                Endpoint.put(ONE, "Changes a watch, or adds it.", this::put)
                        .forTenants()
                        .header(Callers.WHO, "Who changes it; shown as updatedBy.")
                        .header("If-Match", condition)
                        .header("If-None-Match", "* to add it only if there is none of that id yet.")
                        .takes(Shape.of(WatchBody.class))
                        .answers(HttpStatus.OK, "Every instance has applied it.", watch)
                        .answers(HttpStatus.ACCEPTED, waiting, later),
                Endpoint.delete(ONE, "Deletes a watch.", this::delete)
                        .forTenants()
                        .header(Callers.WHO, "Who deletes it; its last version says so.")
                        .header("If-Match", condition)
                        .answers(
                                HttpStatus.OK,
                                "Every instance has applied it.",
                                Shape.object("WatchDeleted", "id", TEXT, "deleted", Shape.TRUTH))
                        .answers(HttpStatus.ACCEPTED, waiting, later),
                Endpoint.get(ONE + "/status/{partition}/{offset}", "How far a change of a watch is.", this::status)
                        .forTenants()
                        .answers(
                                HttpStatus.OK,
                                "Which instances have applied it.",
                                Shape.object(
                                        "WatchStatus",
                                        "id",
                                        TEXT,
                                        "applied",
                                        Shape.TRUTH,
                                        "instances",
                                        Shape.many(Shape.of(Instances.Answer.class)))),
                // no id begins with _
                Endpoint.get(Instances.PATH, "Whether this instance has applied a change.", this::applied)
                        .query("partition", "Of the watches.", Shape.WHOLE_NUMBER)
                        .query("offset", "Of the change.", Shape.WHOLE_NUMBER)
                        .amongInstances());
    }

    private void show(Context ctx) {
        String id = WatchTenancy.id(ctx);
        Watch watch = id.equals(builtIn.getId()) ? builtIn : known(id).watch();
        String tag = WatchTag.of(watch);
        ctx.header("ETag", tag);
        if (EntityTags.isAmong(ctx.header("If-None-Match"), tag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.json(WatchView.of(watch));
        }
    }

    private void create(Context ctx) throws Exception {
        WatchBody body = WatchBody.read(ctx.bodyAsBytes());
        WatchDefinition watch = definition(body, WatchTenancy.id(ctx, body.id()));
        refuseBuiltIn(watch.id());
        tenancy.checkChannels(ctx, watch);
        Written written = writes.one(WatchTenancy.lock(watch.id()), () -> {
            tenancy.checkCount(ctx, watch.id());
            if (watches.get().get(watch.id()).isPresent()) {
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "there is a watch " + watch.id() + "; change it with PUT /api/watches/" + watch.id());
            }
            return write(() -> writer.put(watch, body.isEnabled(), Callers.who(ctx)));
        });
        answer(ctx, watch.id(), written);
    }

    private void put(Context ctx) throws Exception {
        WatchBody body = WatchBody.read(ctx.bodyAsBytes());
        WatchDefinition watch = definition(body, WatchTenancy.id(ctx));
        refuseBuiltIn(watch.id());
        tenancy.checkChannels(ctx, watch);
        Written written = writes.one(WatchTenancy.lock(watch.id()), () -> {
            tenancy.checkCount(ctx, watch.id());
            WatchTag.check(ctx, watches.get().get(watch.id()).map(CompiledWatch::watch), requireIfMatch);
            return write(() -> writer.put(watch, body.isEnabled(), Callers.who(ctx)));
        });
        answer(ctx, watch.id(), written);
    }

    private void delete(Context ctx) throws InterruptedException {
        String id = WatchTenancy.id(ctx);
        refuseBuiltIn(id);
        Written written = writes.one(WatchTenancy.lock(id), () -> {
            WatchTag.check(ctx, Optional.of(known(id).watch()), requireIfMatch);
            return write(() -> writer.delete(id, Callers.who(ctx)));
        });
        answer(ctx, id, written);
    }

    private void status(Context ctx) throws InterruptedException {
        String id = WatchTenancy.id(ctx);
        List<Instances.Answer> answers =
                instances.ask(number(ctx, Context::pathParam, "partition").intValue(), offset(ctx, Context::pathParam));
        boolean everywhere = !answers.isEmpty() && answers.stream().allMatch(Instances.Answer::applied);
        // where Vedette runs is nothing that a tenant needs to know
        ctx.json(Map.of(
                "id",
                id,
                "applied",
                everywhere,
                "instances",
                Callers.tenant(ctx).isHouse() ? answers : List.of()));
    }

    private void applied(Context ctx) throws InterruptedException {
        instances.checkPeer(ctx);
        int partition = number(ctx, Context::queryParam, "partition").intValue();
        ctx.result(Boolean.toString(instances.hereApplied(partition, offset(ctx, Context::queryParam), Duration.ZERO)));
    }

    private void answer(Context ctx, String id, Written written) throws InterruptedException {
        boolean everywhere = instances.awaitApplied(written.partition(), written.offset(), patience);
        Watch watch = written.watch();
        if (watch != null) {
            ctx.header("ETag", WatchTag.of(watch));
        }
        if (everywhere) {
            ctx.json(watch == null ? Map.of("id", id, "deleted", true) : WatchView.of(watch));
            return;
        }
        String status = "/api/watches/" + id + "/status/" + written.partition() + "/" + written.offset();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("applied", false);
        body.put("status", status);
        ctx.status(HttpStatus.ACCEPTED).header("Location", status).json(body);
    }

    private void refuseBuiltIn(String id) {
        if (id.equals(builtIn.getId())) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    id + " is built in: it is set under alerts.sourceHealth in the configuration, and can be silenced");
        }
    }

    private CompiledWatch known(String id) {
        return watches.get().get(id).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "there is no watch " + id));
    }

    private static WatchDefinition definition(WatchBody body, @Nullable String idOfPath) {
        try {
            return body.definition(idOfPath);
        } catch (IllegalArgumentException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    private static Written write(Supplier<Written> write) {
        try {
            return write.get();
        } catch (QueryException e) {
            throw QueryProblem.of(e);
        } catch (FailedExampleException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, e.getMessage()).with("field", "examples");
        } catch (WatchWriteException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage() + "; try again later");
        }
    }

    private static long offset(Context ctx, Parameter parameter) {
        return number(ctx, parameter, "offset");
    }

    /** How a parameter is found in a request. */
    @FunctionalInterface
    private interface Parameter {
        @Nullable
        String of(Context ctx, String name);
    }

    private static Long number(Context ctx, Parameter parameter, String name) {
        String value = parameter.of(ctx, name);
        if (value == null || !value.matches("\\d{1,18}")) {
            throw new Problem(HttpStatus.BAD_REQUEST, name + ": give a number, as the answer to a write has it");
        }
        return Long.valueOf(value);
    }
}
