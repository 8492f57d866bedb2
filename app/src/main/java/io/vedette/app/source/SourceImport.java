package io.vedette.app.source;

import static io.vedette.app.api.ApiClient.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.api.ApiClient.Answer;
import io.vedette.app.article.Ordered;
import io.vedette.ingest.source.InvalidSourceException;
import io.vedette.ingest.source.SourceForm;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes sources over into a running Vedette: adds those that are new, changes those that are different, leaves those that
 * are there already, also under another id.  For one thread.
 */
public final class SourceImport {

    private static final int AT_A_TIME = 8;

    private final ApiClient client;
    private final @Nullable Boolean enabled;
    private final boolean dry;
    private final Map<String, SourceForm> byId = new HashMap<>();
    private final Map<String, String> idByUrl = new HashMap<>();

    /** What became of one source. */
    public enum Outcome {
        ADDED,
        CHANGED,
        /** It is there as the file has it. */
        UNCHANGED,
        /** Its address is there under another id. */
        KNOWN,
        REFUSED
    }

    /**
     * One source, and what became of it.
     *
     * @param reason why, where that has to be said
     */
    public record Result(
            ListedSource listed, Outcome outcome, @Nullable String reason) {}

    /**
     * Asks which sources there are.
     *
     * @param enabled whether those are polled that are new; null if as they say
     * @param dry whether to say what would be done, and do nothing
     */
    public SourceImport(ApiClient client, @Nullable Boolean enabled, boolean dry) throws InterruptedException {
        this.client = client;
        this.enabled = enabled;
        this.dry = dry;
        Answer answer = client.get("/api/sources");
        if (!answer.isGood()) {
            throw new StartupException(ExitCode.UNAVAILABLE, "sources: " + answer.problem());
        }
        for (JsonNode one : answer.body()) {
            remember(form(one));
        }
    }

    /** Takes them over, several at a time, and tells of each in their order. */
    public void run(List<ListedSource> sources, Consumer<Result> told) throws InterruptedException {
        try (Ordered<Result> ordered = new Ordered<>(AT_A_TIME, told)) {
            for (ListedSource listed : sources) {
                ordered.add(takeOver(listed));
            }
            ordered.finish();
        }
    }

    /** Decides at once, with all in mind that came before it; what it gives writes, if there is something to write. */
    private Callable<Result> takeOver(ListedSource listed) {
        try {
            // the server knows which interval is the least
            Source wanted = listed.form().source(Duration.ZERO);
            SourceForm before = byId.get(wanted.getId());
            String same = idByUrl.get(wanted.getUrl());
            if (before == null && same != null) {
                return () -> new Result(listed, Outcome.KNOWN, "its address is that of the source " + same);
            }
            SourceForm form = form(listed, wanted, before);
            if (before != null && form.source(Duration.ZERO).equals(before.source(Duration.ZERO))) {
                return () -> new Result(listed, Outcome.UNCHANGED, null);
            }
            remember(form);
            return () -> write(listed, form, before == null ? Outcome.ADDED : Outcome.CHANGED);
        } catch (InvalidSourceException e) {
            return () -> new Result(listed, Outcome.REFUSED, e.getMessage());
        }
    }

    private SourceForm form(ListedSource listed, Source wanted, @Nullable SourceForm before) {
        if (before == null) {
            return fresh(wanted);
        }
        return listed.whole() ? listed.form() : listed.form().over(before);
    }

    private SourceForm fresh(Source wanted) {
        SourceForm form = SourceForm.of(wanted);
        return enabled == null ? form : form.withEnabled(enabled);
    }

    private Result write(ListedSource listed, SourceForm form, Outcome outcome)
            throws InterruptedException, JsonProcessingException {
        if (dry) {
            return new Result(listed, outcome, null);
        }
        String id = String.valueOf(form.id());
        Answer answer = client.put("/api/sources/" + segment(id), Json.MAPPER.writeValueAsString(form));
        if (answer.status() >= 500) {
            throw new StartupException(ExitCode.UNAVAILABLE, id + ": " + answer.problem());
        }
        return answer.isGood()
                ? new Result(listed, outcome, null)
                : new Result(listed, Outcome.REFUSED, answer.problem());
    }

    private void remember(SourceForm form) {
        Source source = form.source(Duration.ZERO);
        byId.put(source.getId(), form);
        idByUrl.put(source.getUrl(), source.getId());
    }

    /**
     * A source as the API answers it.
     *
     * @throws StartupException if the service is of another version and has fields that this command does not know
     */
    public static SourceForm form(JsonNode source) {
        try {
            return SourceForm.read(source);
        } catch (JsonProcessingException | InvalidSourceException e) {
            throw new StartupException(
                    ExitCode.FAILED,
                    "the answer holds a source that this command can't read (" + e.getMessage()
                            + "); use the command of the same version as the service",
                    e);
        }
    }
}
