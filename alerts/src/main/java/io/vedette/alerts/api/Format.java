package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.vedette.runtime.http.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a list is exported. */
enum Format {
    CSV("text/csv"),
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    GEOJSON("application/geo+json");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** What {@code format} asks for, else {@code Accept}; null for a page, which is JSON too. */
    static @Nullable Format of(Context ctx) {
        String asked = Parameters.text(ctx, "format");
        if (asked != null) {
            return Arrays.stream(values())
                    .filter(format -> format.name().equalsIgnoreCase(asked))
                    .findFirst()
                    .orElseThrow(() ->
                            Parameters.wrong("format", "is \"" + asked + "\"; give csv, json, ndjson or geojson"));
        }
        String accept = ctx.header("Accept");
        return accept == null ? null : accepted(accept);
    }

    private static @Nullable Format accepted(String accept) {
        List<String> types = Arrays.stream(accept.split(","))
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
        for (String type : types) {
            if (type.equals("*/*") || type.equals(JSON.mediaType)) {
                return null;
            }
            for (Format format : values()) {
                if (format.mediaType.equals(type)) {
                    return format;
                }
            }
        }
        return null;
    }
}
