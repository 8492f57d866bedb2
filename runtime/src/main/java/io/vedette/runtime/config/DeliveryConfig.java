package io.vedette.runtime.config;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The service that brings alerts to people and machines.
 *
 * @param applicationId the consumer group, and the start of the transactional ids
 * @param instanceId a stable name of this instance, for static membership
 * @param transactionTimeout after which the broker aborts what a dead instance left open
 * @param defaultChannels where alerts of watches go that name no channel
 * @param channels all channels
 * @param retryFirst the wait after the first failure; it doubles with each further one
 * @param retryLongest the longest wait between two attempts, but for what a receiver asks
 * @param retryFor for how long it is tried before it is parked
 * @param recentAttempts how many attempts {@code /api/deliveries} remembers
 * @param streamBuffer how many alerts a stream can go back to, and the most that may wait for one reader
 * @param streamClients the most readers of streams at a time
 */
public record DeliveryConfig(
        @Default("vedette-delivery") String applicationId,
        @Nullable String instanceId,
        @Default("10s") Duration transactionTimeout,
        @Default("") List<String> defaultChannels,
        @Default("") List<ChannelConfig> channels,
        @Default("5s") Duration retryFirst,
        @Default("1h") Duration retryLongest,
        @Default("1d") Duration retryFor,
        @Default("10000") int recentAttempts,
        @Default("1000") int streamBuffer,
        @Default("100") int streamClients) {

    public DeliveryConfig {
        Require.notBlank("applicationId", applicationId);
        Require.atLeast("transactionTimeout", transactionTimeout, Duration.ofSeconds(1));
        Require.atLeast("retryFirst", retryFirst, Duration.ofMillis(1));
        Require.atLeast("retryLongest", retryLongest, retryFirst);
        Require.atLeast("retryFor", retryFor, Duration.ZERO);
        Require.range("recentAttempts", recentAttempts, 0, 1_000_000);
        Require.range("streamBuffer", streamBuffer, 1, 100_000);
        Require.range("streamClients", streamClients, 0, 10_000);
        channels = List.copyOf(channels);
        defaultChannels = List.copyOf(defaultChannels);
        Set<String> names = new HashSet<>();
        for (ChannelConfig channel : channels) {
            if (!names.add(channel.name())) {
                throw new InvalidValueException(
                        "channels", "has two channels with the name \"" + channel.name() + "\"; rename one");
            }
        }
        for (String name : defaultChannels) {
            if (!names.contains(name)) {
                throw new InvalidValueException(
                        "defaultChannels", "names \"" + name + "\", which is none of delivery.channels; add it there");
            }
        }
    }
}
