package io.vedette.runtime.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lists of entity tags in {@code If-Match} and {@code If-None-Match} (RFC 9110, 13.1). */
public final class EntityTags {

    private EntityTags() {}

    /** Whether a header that lists tags, or has a star for any, has this one; not if there is no header. */
    public static boolean isAmong(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                        .anyMatch(one -> one.equals("*") || one.equals(tag));
    }
}
