package io.vedette.alerts.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.WatchSnapshot;
import io.vedette.alerts.watch.WatchWriteException;
import io.vedette.alerts.watch.WatchWriter;
import io.vedette.alerts.watch.WatchWriter.Written;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.query.QueryException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final String ONE = "/api/watches/{id}";

    private final Supplier<WatchSnapshot> watches;
    private final WatchWriter writer;
    private final Instances instances;
    private final Duration patience;

    /** @param patience how long a write waits for the instances */
    public WatchApi(Supplier<WatchSnapshot> watches, WatchWriter writer, Instances instances, Duration patience) {
        this.watches = watches;
        this.writer = writer;
        this.instances = instances;
        this.patience = patience;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        // before the path of one watch, whose pattern fits it too; no id begins with _
        routes.get(Instances.PATH, this::applied);
        routes.get("/api/watches", this::list);
        routes.post("/api/watches", this::create);
        routes.get(ONE, this::show);
        routes.put(ONE, this::put);
        routes.delete(ONE, this::delete);
        routes.get(ONE + "/status/{partition}/{offset}", this::status);
    }

    private void list(Context ctx) {
        ctx.json(watches.get().all().stream()
                .map(known -> WatchView.of(known.watch()))
                .toList());
    }

    private void show(Context ctx) {
        ctx.json(WatchView.of(known(ctx.pathParam("id")).watch()));
    }

    private void create(Context ctx) throws Exception {
        WatchBody body = WatchBody.read(ctx.bodyAsBytes());
        WatchDefinition watch = definition(body, null);
        if (watches.get().get(watch.id()).isPresent()) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "there is a watch " + watch.id() + "; change it with PUT /api/watches/" + watch.id());
        }
        answer(ctx, watch.id(), write(() -> writer.put(watch, body.isEnabled(), null)));
    }

    private void put(Context ctx) throws Exception {
        WatchBody body = WatchBody.read(ctx.bodyAsBytes());
        WatchDefinition watch = definition(body, ctx.pathParam("id"));
        answer(ctx, watch.id(), write(() -> writer.put(watch, body.isEnabled(), null)));
    }

    private void delete(Context ctx) throws InterruptedException {
        String id = known(ctx.pathParam("id")).watch().getId();
        answer(ctx, id, write(() -> writer.delete(id)));
    }

    private void status(Context ctx) {
        List<Instances.Answer> answers =
                instances.ask(number(ctx, Context::pathParam, "partition").intValue(), offset(ctx, Context::pathParam));
        boolean everywhere = !answers.isEmpty() && answers.stream().allMatch(Instances.Answer::applied);
        ctx.json(Map.of("id", ctx.pathParam("id"), "applied", everywhere, "instances", answers));
    }

    private void applied(Context ctx) {
        int partition = number(ctx, Context::queryParam, "partition").intValue();
        ctx.result(Boolean.toString(instances.hereApplied(partition, offset(ctx, Context::queryParam))));
    }

    private void answer(Context ctx, String id, Written written) throws InterruptedException {
        boolean everywhere = instances.awaitApplied(written.partition(), written.offset(), patience);
        Watch watch = written.watch();
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
