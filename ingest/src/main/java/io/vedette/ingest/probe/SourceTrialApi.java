package io.vedette.ingest.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.source.InvalidSourceException;
import io.vedette.ingest.source.Kind;
import io.vedette.ingest.source.SourceForm;
import io.vedette.ingest.web.WebException;
import io.vedette.runtime.config.SourceTrialConfig;
import io.vedette.runtime.config.SourcesConfig;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.schemas.Source;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Tries a source over HTTP before it is added: {@link SourceTrial}. */
public final class SourceTrialApi implements Routes {

    private final SourceTrial trial;
    private final SourcesConfig config;
    private final SourceTrialConfig limits;
    private final Semaphore running;

    public SourceTrialApi(SourceTrial trial, SourcesConfig config) {
        this.trial = trial;
        this.config = config;
        this.limits = config.trial();
        this.running = new Semaphore(limits.atATime());
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/sources/test", "Shows what a source would give; writes nothing.", this::test)
                .takes(Shape.of(SourceForm.class))
                .answers(HttpStatus.OK, "What came of it, also if that is nothing.", Shape.of(TriedSource.class))
                .answers(HttpStatus.SERVICE_UNAVAILABLE, "As many are tried as may be at a time."));
    }

    private void test(Context ctx) throws JsonProcessingException, InterruptedException {
        SourceForm form;
        Source source;
        try {
            form = SourceForm.read(ctx.bodyAsBytes());
            // whatever it will be called
            source = form.withId("test").source(config.leastInterval());
        } catch (InvalidSourceException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, e.getMessage()).with("field", e.field());
        }
        if (!running.tryAcquire()) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "as many sources are tried as ingest.sources.trial.atATime permits; try again in a moment");
        }
        try {
            ctx.json(tried(form, source));
        } finally {
            running.release();
        }
    }

    private TriedSource tried(SourceForm form, Source source) throws InterruptedException {
        URI url = URI.create(source.getUrl());
        // what is not said is found out
        Kind kind = form.kind() == null ? null : Kind.valueOf(source.getKind());
        try {
            int pages = source.getPage().equals("NEVER") ? 0 : limits.pages();
            return TriedSource.of(
                    trial.run(url, kind, source.getMapping(), pages), limits.items(), limits.textCharacters());
        } catch (WebException e) {
            return TriedSource.failed(url, e);
        } catch (UnreadableListException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, e.getMessage()).with("field", "mapping");
        }
    }
}
