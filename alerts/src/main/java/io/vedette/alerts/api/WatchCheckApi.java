package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.signal.AlertId;
import io.vedette.alerts.watch.ExampleCheck;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.text.ClaimType;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.Lint;
import io.vedette.text.watch.query.QueryException;
import io.vedette.text.watch.query.Surroundings;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong or odd about a watch that somebody is writing, with where it stands: {@code POST /api/watches/check}.  Writes
 * nothing; what it finds no error in, a write takes.
 */
public final class WatchCheckApi implements Routes {

    private final QueryCompiler queries;
    private final ExampleCheck examples;
    private final Supplier<Map<String, ClaimType>> subtypes;
    private final Supplier<Watches> watches;
    private final WatchTenancy tenancy;
    private final String builtIn;

    /** How much it matters. */
    public enum Level {
        /** A write would be refused. */
        ERROR,
        /** It can be watched, but is probably not what was meant. */
        WARNING,
        /** Something to know. */
        HINT
    }

    /**
     * Something about a watch.
     *
     * @param from in the query, in UTF-16 code units from 0; null if it is not about the query
     * @param to one past the last; the same as {@code from} where something is missing
     * @param line of the query, from 1; null likewise
     * @param column in that line, in UTF-16 code units from 1; null likewise
     */
    public record Remark(
            Level severity,
            String message,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Integer line,
            @Nullable Integer column) {}

    /**
     * What was found.
     *
     * @param valid whether a write would be taken
     * @param normalised one form for all queries that ask the same; null if it is none
     * @param operators what is asked over time: COUNT, SPIKE and so on; empty if each article answers for itself
     */
    public record Checked(boolean valid, @Nullable String normalised, List<Remark> problems, List<String> operators) {}

    /**
     * @param queries compiles queries, as a write does
     * @param examples tries the examples that come along, as a write does
     * @param subtypes of claims, and the type that each belongs to; empty where they are not known
     * @param watches which there are
     * @param builtIn id of the watch that nobody may write
     */
    public WatchCheckApi(
            QueryCompiler queries,
            ExampleCheck examples,
            Supplier<Map<String, ClaimType>> subtypes,
            Supplier<Watches> watches,
            WatchTenancy tenancy,
            String builtIn) {
        this.queries = queries;
        this.examples = examples;
        this.subtypes = subtypes;
        this.watches = watches;
        this.tenancy = tenancy;
        this.builtIn = builtIn;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.post(
                        "/api/watches/check",
                        "What is wrong or odd about a watch, or about a query alone; writes nothing.",
                        this::check)
                .needs(Scope.READ)
                .forTenants()
                .takes(Shape.of(WatchBody.class))
                .answers(HttpStatus.OK, "What was found.", Shape.of(Checked.class)));
    }

    private void check(Context ctx) throws IOException {
        WatchBody body = WatchBody.read(ctx.bodyAsBytes());
        String source = body.query();
        if (source == null) {
            throw new Problem(HttpStatus.BAD_REQUEST, "query: is missing; send {\"query\": ...}, or a whole watch");
        }
        List<Remark> problems = new ArrayList<>();
        WatchDefinition watch = definition(ctx, body, problems);
        WatchQuery query = compile(source, problems);
        if (query != null) {
            odd(source, query, watch, problems);
            same(ctx, watch == null ? null : watch.id(), query, problems);
            if (watch != null) {
                examples.failures(query, watch.options().examples()).forEach(failure -> wrong(failure, problems));
            }
        }
        boolean valid = problems.stream().noneMatch(problem -> problem.severity() == Level.ERROR);
        ctx.json(new Checked(valid, query == null ? null : query.normalised(), problems, operators(query)));
    }

    /** All but the query; null if it is wrong. */
    private @Nullable WatchDefinition definition(Context ctx, WatchBody body, List<Remark> problems) {
        try {
            String id = WatchTenancy.id(ctx, body.id() == null ? "check" : body.id());
            WatchDefinition watch = body.definition(id);
            if (watch.id().equals(builtIn)) {
                wrong("id: " + builtIn + " is built in, and can't be written", problems);
            }
            tenancy.checkChannels(ctx, watch);
            if (body.id() != null) {
                tenancy.checkCount(ctx, watch.id());
            }
            return watch;
        } catch (IllegalArgumentException | Problem e) {
            wrong(String.valueOf(e.getMessage()), problems);
            return null;
        }
    }

    private @Nullable WatchQuery compile(String source, List<Remark> problems) {
        if (source.isBlank()) {
            return null; // that was said
        }
        try {
            return queries.compile(source);
        } catch (QueryException e) {
            problems.add(at(Level.ERROR, source, e.line(), e.column(), told(e.problem(), e.hint())));
            return null;
        }
    }

    private void odd(String source, WatchQuery query, @Nullable WatchDefinition watch, List<Remark> problems) {
        Surroundings known = new Surroundings(
                subtypes.get(),
                watch == null ? null : day(watch.options().validFrom()),
                watch == null ? null : day(watch.options().validUntil()));
        for (Lint.Warning warning : Lint.of(query.query(), queries.entities(), known)) {
            problems.add(at(
                    Level.WARNING,
                    source,
                    warning.line(),
                    warning.column(),
                    told(warning.text(), warning.suggestion())));
        }
    }

    /** Another watch that asks the same; of another tenant nobody hears. */
    private void same(Context ctx, @Nullable String id, WatchQuery query, List<Remark> problems) {
        String key = AlertId.queryKey(query.normalised());
        watches.get().all().stream()
                .filter(other -> other.queryKey().equals(key))
                .map(other -> other.watch().getId())
                .filter(other -> !other.equals(id) && Callers.tenant(ctx).owns(other))
                .sorted()
                .findFirst()
                .ifPresent(other ->
                        problems.add(new Remark(Level.WARNING, "asks the same as " + other, null, null, null, null)));
    }

    private static List<String> operators(@Nullable WatchQuery query) {
        return query == null || query.overTime() == null
                ? List.of()
                : List.of(query.overTime().getClass().getSimpleName().toUpperCase(Locale.ROOT));
    }

    private static void wrong(String message, List<Remark> problems) {
        problems.add(new Remark(Level.ERROR, message, null, null, null, null));
    }

    private static Remark at(Level level, String source, int line, int column, String message) {
        int from = offset(source, line, column);
        return new Remark(level, message, from, end(source, from), line, column);
    }

    private static int offset(String source, int line, int column) {
        int start = 0;
        for (int before = 1; before < line; before++) {
            start = source.indexOf('\n', start) + 1;
        }
        return Math.min(source.length(), start + column - 1);
    }

    /** Where the word ends that stands there, with what is in its quotation marks. */
    private static int end(String source, int from) {
        boolean quoted = false;
        int end = from;
        while (end < source.length()) {
            char c = source.charAt(end);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && end > from && (Character.isWhitespace(c) || c == '(' || c == ')' || c == ',')) {
                break;
            }
            end++;
        }
        return end;
    }

    private static String told(String problem, @Nullable String hint) {
        return hint == null ? problem : problem + "; " + hint;
    }

    private static @Nullable LocalDate day(@Nullable Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
