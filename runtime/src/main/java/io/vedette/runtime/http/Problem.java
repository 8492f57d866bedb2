package io.vedette.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it. Throw it from a handler, or {@link #answer} with it.
 *
 * <p>{@code type} is always {@code about:blank}: the status says what kind it is, the detail what to do.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final String CONTENT_TYPE = "application/problem+json";

    private final HttpStatus status;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /**
     * @param status the HTTP status
     * @param detail what is wrong with this request and what to do, for a person
     */
    public Problem(HttpStatus status, @Nullable String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /**
     * Adds a member of its own, such as {@code column}.
     *
     * @return this
     */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** The HTTP status. */
    public HttpStatus status() {
        return status;
    }

    /** Makes it the answer. */
    public void answer(Context ctx) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getMessage());
        body.put("status", status.getCode());
        if (getMessage() != null) {
            body.put("detail", getMessage());
        }
        body.putAll(members);
        try {
            // in place of ctx.json, which would set its own content type
            ctx.status(status).contentType(CONTENT_TYPE).result(Json.MAPPER.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
