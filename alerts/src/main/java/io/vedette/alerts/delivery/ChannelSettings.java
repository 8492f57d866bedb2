package io.vedette.alerts.delivery;

import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.ChannelConfig;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The settings of one channel as they are asked for; what nobody asked for is refused at the end.  Errors show no value. */
final class ChannelSettings {

    private static final int SHORTEST_SECRET = 6;

    private final ChannelConfig channel;
    private final Map<String, String> given;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> secrets = new HashSet<>();

    ChannelSettings(ChannelConfig channel) {
        this.channel = channel;
        given = new TreeMap<>(channel.settings());
    }

    @Nullable
    String optional(String key) {
        asked.add(key);
        String value = given.get(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** One that nobody may see, nor any word of it that is long enough to be a secret. */
    @Nullable
    String secret(String key) {
        String value = optional(key);
        if (value != null) {
            hide(value);
            Arrays.stream(value.split("\\s+")).forEach(this::hide);
        }
        return value;
    }

    /** What nobody may see. */
    Set<String> secrets() {
        return secrets;
    }

    String required(String key) {
        String value = optional(key);
        if (value == null) {
            throw wrong(
                    key,
                    "is missing; a channel of type " + channel.type().name().toLowerCase(Locale.ROOT) + " needs it");
        }
        return value;
    }

    private void hide(@Nullable String value) {
        if (value != null && value.length() >= SHORTEST_SECRET) {
            secrets.add(value);
        }
    }

    /** Split at commas. */
    List<String> list(String key) {
        return Arrays.stream(required(key).split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** What comes after the host is nobody's business. */
    URI secretUrl(String key) {
        URI url = url(key);
        hide(url.getRawPath());
        return url;
    }

    /** What is asked of it may hold a token. */
    private URI url(String key) {
        try {
            URI url = URI.create(required(key));
            if (url.getHost() != null && String.valueOf(url.getScheme()).matches("https?")) {
                hide(url.getRawQuery());
                hide(url.getRawUserInfo());
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(key, "is no URL; give an http or https one");
        }
        throw wrong(key, "is no http or https URL with a host; give one");
    }

    int port(String key, int fallback) {
        String value = optional(key);
        if (value == null) {
            return fallback;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw wrong(key, "is no port; give a number up to 65535");
        }
        return Integer.parseInt(value);
    }

    /** The first is the default. */
    String oneOf(String key, String... values) {
        String value = optional(key);
        if (value == null) {
            return values[0];
        }
        String lower = value.toLowerCase(Locale.ROOT);
        if (!List.of(values).contains(lower)) {
            throw wrong(key, "is none of " + String.join(", ", values));
        }
        return lower;
    }

    /** @throws StartupException if a key is given that nobody asked for */
    void refuseOthers() {
        for (String key : given.keySet()) {
            if (!asked.contains(key)) {
                throw wrong(
                        key,
                        "is no setting of type "
                                + channel.type().name().toLowerCase(Locale.ROOT) + "; those are "
                                + String.join(", ", asked.stream().sorted().toList()));
            }
        }
    }

    StartupException wrong(String key, String problem) {
        return new StartupException(
                ExitCode.USAGE, "delivery.channels: channel " + channel.name() + ": settings." + key + " " + problem);
    }
}
