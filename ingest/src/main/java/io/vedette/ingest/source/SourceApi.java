package io.vedette.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.ingest.source.SourceWriter.Written;
import io.vedette.runtime.config.SourcesConfig;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.EntityTags;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.schemas.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sources over HTTP.
 *
 * <p>A write is answered 200 once this instance has read it from the topic: who asks it then is told of it.  The others read it
 * at about the same time.  If that takes too long, the answer is 202; the write itself is done in either case.
 */
final class SourceApi implements Routes {

    private static final String ALL = "/api/sources";
    private static final String ONE = "/api/sources/{id}";
    private static final int LOCKS = 64;

    private final SourceStore sources;
    private final KnownSources known;
    private final SourceStates states;
    private final SourceWriter writer;
    private final Collection<String> mappings;
    private final SourcesConfig config;
    private final SourceListing listing;

    /**
     * So that changes of one source follow one another on this instance.  Of two that come at once to two instances the later
     * one wins, for Kafka has no conditional write.
     */
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /**
     * @param configured feeds of the configuration, which are shown and can't be changed
     * @param mappings the names of those that there are
     */
    SourceApi(
            SourceStore sources,
            List<Source> configured,
            SourceStates states,
            SourceWriter writer,
            Collection<String> mappings,
            SourcesConfig config) {
        this.known = new KnownSources(sources, configured);
        this.sources = sources;
        this.states = states;
        this.writer = writer;
        this.mappings = mappings;
        this.config = config;
        this.listing = new SourceListing(known, states);
    }

    @Override
    public List<Endpoint> endpoints() {
        Shape source = Shape.of(SourceView.class);
        return List.of(
                SourceListing.describe(Endpoint.get(ALL, "Sources with their states, by id.", listing::list))
                        .answers(
                                HttpStatus.OK,
                                "A page of sources; the Link header has the next one.",
                                Shape.many(source)),
                change(Endpoint.post(ALL, "Adds a source.", this::create).takes(Shape.of(SourceForm.class)), source),
                Endpoint.get(ONE, "One source with its state.", this::show)
                        .header("If-None-Match", "ETag of the version that is known; if it is still that, 304.")
                        .answers(HttpStatus.OK, "The source, with an ETag of its definition.", source)
                        .answers(HttpStatus.NOT_MODIFIED, "Its definition is still that version."),
                change(
                        condition(Endpoint.put(ONE, "Changes a source, or adds it.", this::put))
                                .header("If-None-Match", "* to add it only if there is none of that id yet.")
                                .takes(Shape.of(SourceForm.class)),
                        source),
                change(
                        condition(Endpoint.delete(ONE, "Deletes a source; its articles stay.", this::delete)),
                        Shape.object("SourceDeleted", "id", Shape.TEXT, "deleted", Shape.TRUTH)),
                change(
                        condition(
                                Endpoint.post(ONE + "/pause", "Polls a source no longer.", ctx -> enable(ctx, false))),
                        source),
                change(
                        condition(Endpoint.post(ONE + "/resume", "Polls a source again.", ctx -> enable(ctx, true))),
                        source));
    }

    private static Endpoint condition(Endpoint endpoint) {
        return endpoint.header("If-Match", "ETag of the version that is to be changed; if it is another by now, 412.");
    }

    private static Endpoint change(Endpoint endpoint, Shape done) {
        Shape later = Shape.object("SourcePending", "id", Shape.TEXT, "applied", Shape.TRUTH);
        return endpoint.header(Callers.WHO, "Who changes it; shown as updatedBy.")
                .answers(HttpStatus.OK, "This instance has applied it.", done)
                .answers(HttpStatus.ACCEPTED, "Written, but this instance has not read it yet.", later);
    }

    private void show(Context ctx) {
        Source source = known(ctx.pathParam("id"));
        String tag = SourceTag.of(source);
        ctx.header("ETag", tag);
        if (EntityTags.isAmong(ctx.header("If-None-Match"), tag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.json(SourceView.of(source, states.get(source.getId())));
        }
    }

    private void create(Context ctx) throws InterruptedException, JsonProcessingException {
        Source source = source(ctx, null);
        change(ctx, source.getId(), () -> {
            if (known.get(source.getId()).isPresent()) {
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "there is a source " + source.getId() + "; change it with PUT /api/sources/" + source.getId());
            }
            return writer.put(source, Callers.who(ctx));
        });
    }

    private void put(Context ctx) throws InterruptedException, JsonProcessingException {
        Source source = source(ctx, ctx.pathParam("id"));
        change(ctx, source.getId(), () -> {
            SourceTag.check(ctx, known.get(source.getId()).orElse(null), config.requireIfMatch());
            return writer.put(source, Callers.who(ctx));
        });
    }

    private void delete(Context ctx) throws InterruptedException {
        String id = ctx.pathParam("id");
        change(ctx, id, () -> {
            SourceTag.check(ctx, known(id), config.requireIfMatch());
            return writer.delete(id);
        });
    }

    private void enable(Context ctx, boolean enabled) throws InterruptedException {
        String id = ctx.pathParam("id");
        change(ctx, id, () -> {
            Source source = known(id);
            // says all that is to be changed: another change in between does no harm
            SourceTag.check(ctx, source, false);
            return writer.put(Source.newBuilder(source).setEnabled(enabled).build(), Callers.who(ctx));
        });
    }

    private void change(Context ctx, String id, Supplier<Written> write) throws InterruptedException {
        if (known.isConfigured(id)) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "the source " + id + " is a feed of the configuration; change it there, under ingest.feeds");
        }
        ReentrantLock lock = locks[Math.floorMod(id.hashCode(), LOCKS)];
        lock.lockInterruptibly();
        try {
            Written written = write.get();
            boolean applied = sources.awaitApplied(written.partition(), written.offset(), config.applyTimeout());
            answer(ctx, id, written.source(), applied);
        } catch (SourceWriteException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage() + "; try again later");
        } finally {
            lock.unlock();
        }
    }

    private void answer(Context ctx, String id, @Nullable Source written, boolean applied) {
        if (written != null) {
            ctx.header("ETag", SourceTag.of(written));
        }
        if (!applied) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("id", id);
            body.put("applied", false);
            ctx.status(HttpStatus.ACCEPTED).json(body);
        } else if (written == null) {
            ctx.json(Map.of("id", id, "deleted", true));
        } else {
            ctx.json(SourceView.of(written, states.get(id)));
        }
    }

    private Source known(String id) {
        return known.get(id).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "there is no source " + id));
    }

    /** @param idOfPath null if the body says it */
    private Source source(Context ctx, @Nullable String idOfPath) throws JsonProcessingException {
        try {
            SourceForm form = SourceForm.read(ctx.bodyAsBytes());
            Source source = (idOfPath == null ? form : form.withId(idOfPath)).source(config.leastInterval());
            requireMapping(source.getMapping());
            return source;
        } catch (InvalidSourceException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, e.getMessage()).with("field", e.field());
        }
    }

    private void requireMapping(@Nullable String mapping) {
        if (mapping != null && !mappings.contains(mapping)) {
            throw InvalidSourceException.wrong(
                    "mapping",
                    mapping,
                    "is no mapping that ingest knows; there are " + String.join(", ", mappings)
                            + ", and those of the folder of ingest.mappings, which is read at the start");
        }
    }
}
