package io.vedette.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what makes no sense is answered 400, with the name of the parameter. */
public final class Parameters {

    private static final Pattern AGO = Pattern.compile("-(\\d{1,6})([smhd])");

    private Parameters() {}

    /** 400, with the name of the parameter. */
    public static Problem wrong(String name, @Nullable String problem) {
        return new Problem(HttpStatus.BAD_REQUEST, name + ": " + problem).with("parameter", name);
    }

    /** The value, without space around it; null if it is not given or blank. */
    public static @Nullable String text(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A number of that range; otherwise if it is not given. */
    public static int number(Context ctx, String name, int otherwise, int min, int max) {
        String value = text(ctx, name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw wrong(name, "is \"" + value + "\"; give a number from " + min + " to " + max);
    }

    /** {@code true} or {@code false}; null if it is not given. */
    public static @Nullable Boolean truth(Context ctx, String name) {
        String value = text(ctx, name);
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "is \"" + value + "\"; give true or false");
        };
    }

    /** All values of a parameter that may be given several times. */
    public static Set<String> many(Context ctx, String name) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : ctx.queryParams(name)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    /** The same of one whose values have no commas, so that one text may have several. */
    public static Set<String> listed(Context ctx, String name) {
        Set<String> values = new LinkedHashSet<>();
        for (String some : ctx.queryParams(name)) {
            for (String value : some.split(",")) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
        }
        return values;
    }

    /** The same of one whose values are names of a kind, in upper or lower case. */
    public static Set<String> oneOf(Context ctx, String name, List<String> known) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : listed(ctx, name)) {
            String upper = value.toUpperCase(Locale.ROOT);
            if (!known.contains(upper)) {
                throw wrong(name, "there is no \"" + value + "\"; there are " + String.join(", ", known));
            }
            values.add(upper);
        }
        return values;
    }

    /**
     * The same request for the page behind this one, to be told in the header {@code Link}.
     *
     * @param last the id after which that page begins: the value of the parameter {@code after}
     */
    public static String nextPage(Context ctx, String last) {
        List<String> parameters = new ArrayList<>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (!name.equals("after")) {
                values.forEach(value -> parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        });
        parameters.add("after=" + URLEncoder.encode(last, StandardCharsets.UTF_8));
        return ctx.path() + "?" + String.join("&", parameters);
    }

    /** A moment: with offset, as a day in UTC, or so long before now, as in {@code -7d}. */
    public static @Nullable Instant time(Context ctx, String name, Instant now) {
        String value = text(ctx, name);
        if (value == null) {
            return null;
        }
        Matcher ago = AGO.matcher(value);
        try {
            if (ago.matches()) {
                return now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2)));
            } else if (value.length() == "2026-11-23".length()) {
                return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw wrong(
                    name,
                    "is \"" + value
                            + "\"; give a time such as 2026-11-23T06:00:00Z, a day in UTC such as 2026-11-23, or -7d");
        }
    }

    /** The same, where so long ago may also be written without the sign: {@code 12h}; now if it is not given. */
    public static Instant since(Context ctx, String name, Instant now) {
        String value = text(ctx, name);
        Matcher ago = AGO.matcher(value == null ? "" : "-" + value);
        if (ago.matches()) {
            return now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        Instant at = time(ctx, name, now);
        return at == null ? now : at;
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
