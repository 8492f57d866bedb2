package io.vedette.alerts.backtest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.api.QueryProblem;
import io.vedette.alerts.api.WatchBody;
import io.vedette.alerts.api.WatchTenancy;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.FailedExampleException;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Alert;
import io.vedette.text.watch.query.QueryException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Back-tests over HTTP: asked for, looked at while they run and afterwards, cancelled.  They live in the instance that
 * was asked, and end with it.
 *
 * <pre>
 * POST   /api/backtests       {"since": "7d", "watches": [{"id": …, "query": …}, …]}: 202, and where to look
 * GET    /api/backtests       all, without their reports
 * GET    /api/backtests/ID    one, with its reports once it is done
 * DELETE /api/backtests/ID    cancels and forgets it
 * </pre>
 */
public final class BacktestApi implements Routes {

    private static final String ALL = "/api/backtests";
    private static final String ONE = ALL + "/{id}";
    private static final ObjectReader READER =
            Json.MAPPER.readerFor(Body.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final Shape ASKED =
            Shape.object("BacktestAsked", "since", Shape.TEXT, "watches", Shape.many(Shape.of(WatchBody.class)));
    private static final Shape GONE = Shape.object(
            "BacktestGone",
            "id",
            Shape.TEXT,
            "deleted",
            Shape.TRUTH,
            "articles",
            Shape.WHOLE_NUMBER,
            "matches",
            Shape.WHOLE_NUMBER);
    private static final Shape SAMPLES =
            Shape.many(new Shape.Both(Shape.of(Alert.class), Shape.object("BacktestSample", "raisedAt", Shape.TIME)));
    private static final Shape FIGURES = Shape.object(
            "BacktestFigures",
            "matches",
            Shape.WHOLE_NUMBER,
            "alerts",
            Shape.WHOLE_NUMBER,
            "updates",
            Shape.WHOLE_NUMBER,
            "held",
            Shape.ANY,
            "perDay",
            Shape.ANY,
            "samples",
            SAMPLES);
    private static final Shape REPORT = Shape.object(
            "BacktestReport",
            "watchId",
            Shape.TEXT,
            "notes",
            Shape.many(Shape.TEXT),
            "tried",
            FIGURES,
            "current",
            FIGURES,
            "added",
            Shape.WHOLE_NUMBER,
            "lost",
            Shape.WHOLE_NUMBER,
            "addedSamples",
            SAMPLES,
            "lostSamples",
            SAMPLES);
    private static final Shape JOB = Shape.object(
            "Backtest",
            "id",
            Shape.TEXT,
            "state",
            Shape.oneOf("WAITING", "RUNNING", "DONE", "FAILED", "CANCELLED"),
            "since",
            Shape.TIME,
            "askedAt",
            Shape.TIME,
            "startedAt",
            Shape.TIME,
            "endedAt",
            Shape.TIME,
            "done",
            Shape.NUMBER,
            "articles",
            Shape.WHOLE_NUMBER,
            "matches",
            Shape.WHOLE_NUMBER,
            "problem",
            Shape.TEXT,
            "watches",
            Shape.many(REPORT));

    private final Backtests backtests;

    private record Body(@Nullable String since, @Nullable List<@Nullable WatchBody> watches) {}

    public BacktestApi(Backtests backtests) {
        this.backtests = backtests;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(ALL, "Begins to hold watches against the articles that are retained.", this::ask)
                        .forTenants()
                        .takes(ASKED)
                        .answers(HttpStatus.ACCEPTED, "It waits or runs; Location says where to look.", JOB),
                Endpoint.get(ALL, "All back-tests of this instance, without their reports.", this::list)
                        .forTenants()
                        .answers(HttpStatus.OK, "In the order in which they were asked for.", Shape.many(JOB)),
                Endpoint.get(ONE, "One, with its reports once it is done.", this::show)
                        .forTenants()
                        .answers(HttpStatus.OK, "How it stands.", JOB),
                Endpoint.delete(ONE, "Cancels it, if it is not over, and forgets it.", this::delete)
                        .forTenants()
                        .answers(HttpStatus.OK, "It is gone.", GONE));
    }

    private void ask(Context ctx) throws IOException {
        Body body = READER.readValue(ctx.bodyAsBytes());
        if (body == null
                || body.since() == null
                || body.watches() == null
                || body.watches().isEmpty()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "send {\"since\": \"7d\", \"watches\": [{\"id\": ..., \"query\": ...}]}");
        }
        BacktestJob job = backtests
                .start(compiled(ctx, body.watches()), since(body.since()), Callers.tenant(ctx))
                .orElseThrow(() -> new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "as many back-tests wait as may (backtest.mostKept, of a tenant backtest.tenantJobs); wait, or delete"
                                + " one of " + ALL));
        ctx.status(HttpStatus.ACCEPTED).header("Location", ALL + "/" + job.id()).json(job.view());
    }

    private void list(Context ctx) {
        ctx.json(backtests.all(Callers.tenant(ctx)).stream()
                .map(job -> job.view().withoutReports())
                .toList());
    }

    private void show(Context ctx) {
        ctx.json(backtests
                .get(ctx.pathParam("id"), Callers.tenant(ctx))
                .orElseThrow(() -> unknown(ctx))
                .view());
    }

    private void delete(Context ctx) {
        BacktestJob.View gone = backtests
                .remove(ctx.pathParam("id"), Callers.tenant(ctx))
                .orElseThrow(() -> unknown(ctx))
                .view();
        ctx.json(Map.of("id", gone.id(), "deleted", true, "articles", gone.articles(), "matches", gone.matches()));
    }

    private List<CompiledWatch> compiled(Context ctx, List<@Nullable WatchBody> watches) {
        if (watches.size() > backtests.limits().mostWatches()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "watches: are " + watches.size() + "; at most "
                            + backtests.limits().mostWatches() + " fit into one back-test (backtest.mostWatches)");
        }
        List<CompiledWatch> compiled = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < watches.size(); i++) {
            CompiledWatch watch = compiled(ctx, i, watches.get(i));
            if (!ids.add(watch.watch().getId())) {
                throw new Problem(
                        HttpStatus.BAD_REQUEST,
                        "watches: \"" + watch.watch().getId() + "\" is there twice; rename one of the two");
            }
            compiled.add(watch);
        }
        return compiled;
    }

    private CompiledWatch compiled(Context ctx, int index, @Nullable WatchBody body) {
        if (body == null) {
            throw new Problem(HttpStatus.BAD_REQUEST, "watches[" + index + "]: is null; write a watch");
        }
        WatchDefinition watch;
        try {
            watch = body.definition(WatchTenancy.id(ctx, body.id()));
        } catch (IllegalArgumentException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, named(index, body) + e.getMessage());
        }
        try {
            return backtests.compile(watch, body.isEnabled());
        } catch (QueryException e) {
            throw QueryProblem.of(named(index, body), e).with("watch", watch.id());
        } catch (FailedExampleException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, named(index, body) + e.getMessage())
                    .with("watch", watch.id())
                    .with("field", "examples");
        }
    }

    private static String named(int index, WatchBody body) {
        return body.id() == null ? "watches[" + index + "]: " : "watch " + body.id() + ": ";
    }

    private Instant since(String text) {
        try {
            return Since.parse(text, backtests.now());
        } catch (IllegalArgumentException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    private static Problem unknown(Context ctx) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "there is no back-test " + ctx.pathParam("id")
                        + " here; one lives in the instance that was asked, and until that ends or others push it out");
    }
}
