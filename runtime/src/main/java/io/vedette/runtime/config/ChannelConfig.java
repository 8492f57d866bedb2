package io.vedette.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel that alerts are delivered to.
 *
 * @param name what watches call it
 * @param type what it speaks
 * @param concurrency the most deliveries under way at a time on each instance
 * @param timeout for one attempt, from connecting to the last byte of the answer
 * @param digest how long alerts are collected into one message; zero for each by itself
 * @param allow ranges of addresses, in CIDR notation, that it may connect to although they are not public
 * @param tenant whose alerts go there, and no others; none for those of the house's watches
 * @param settings of its type; may hold secrets
 */
public record ChannelConfig(
        String name,
        ChannelType type,
        @Default("4") int concurrency,
        @Default("10s") Duration timeout,
        @Default("0ms") Duration digest,
        @Default("") List<String> allow,
        @Nullable String tenant,
        Map<String, String> settings) {

    public ChannelConfig {
        Require.matches(
                "name",
                name,
                "[a-z0-9][a-z0-9_-]{0,49}",
                "give 1 to 50 small letters, digits, hyphens, underscores, a letter or digit first");
        if (type == ChannelType.TOPIC && name.equals("json")) {
            throw new InvalidValueException("name", "is \"json\", whose topic there is already; choose another name");
        }
        Require.range("concurrency", concurrency, 1, 100);
        Require.atLeast("timeout", timeout, Duration.ofMillis(100));
        Require.atLeast("digest", digest, Duration.ZERO);
        if (!digest.isZero() && type != ChannelType.MAIL && type != ChannelType.SLACK) {
            throw new InvalidValueException("digest", "is for mail and slack only; leave it out");
        }
        if (tenant != null && !TenantNames.isName(tenant)) {
            throw new InvalidValueException("tenant", "is \"" + tenant + "\"; " + TenantNames.REMEDY);
        }
        allow = List.copyOf(allow);
        settings = Map.copyOf(settings);
    }

    /** Without the values of the settings: they may be secrets. */
    @Override
    public String toString() {
        return "ChannelConfig[name=" + name + ", type=" + type + ", settings=" + settings.keySet() + "]";
    }
}
