package io.vedette.alerts.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.WatchForm;
import io.vedette.runtime.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watch as somebody sends it.  What the server sets may be there and is ignored, so that what was read can be changed
 * and sent back; other fields are refused, lest a misspelt one be taken for its default.
 */
@JsonIgnoreProperties({"version", "builtIn", "updatedAt", "updatedBy"})
public record WatchBody(
        @Nullable String id,
        @Nullable String title,
        @Nullable String query,
        @Nullable String severity,
        @Nullable Boolean enabled,
        @Nullable List<String> labels,
        @Nullable String validFrom,
        @Nullable String validUntil,
        WatchForm.@Nullable Quiet quietHours,
        WatchForm.@Nullable Limit throttle,
        WatchForm.@Nullable Digest digest,
        @Nullable List<String> channels,
        WatchForm.@Nullable Updates updates,
        @Nullable List<WatchForm.Text> examples,
        @Nullable Integer budget) {

    private static final ObjectReader READER =
            Json.MAPPER.readerFor(WatchBody.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static WatchBody read(byte[] body) throws JsonProcessingException {
        try {
            WatchBody read = READER.readValue(body);
            return read == null ? READER.readValue("{}") : read;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (java.io.IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    /** @throws IllegalArgumentException if a part is missing or wrong */
    public WatchDefinition definition(@Nullable String idOfPath) {
        return new WatchForm(
                        idOfPath == null ? id : idOfPath,
                        title,
                        query,
                        severity,
                        labels,
                        validFrom,
                        validUntil,
                        quietHours,
                        throttle,
                        digest,
                        channels,
                        updates,
                        examples,
                        budget)
                .definition();
    }

    /** Unless it says otherwise. */
    public boolean isEnabled() {
        return enabled == null || enabled;
    }
}
