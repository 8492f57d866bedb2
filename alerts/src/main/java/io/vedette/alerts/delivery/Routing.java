package io.vedette.alerts.delivery;

import io.vedette.alerts.canary.CanaryArticle;
import io.vedette.alerts.topology.AlertJson;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.ChannelConfig;
import io.vedette.runtime.config.ChannelType;
import io.vedette.runtime.config.DeliveryConfig;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where an alert goes. */
final class Routing {

    /** A topic of a channel's own, and how alerts are written there. */
    interface Outlet {
        Topic<?, ?> topic();

        byte[] write(Alert alert);
    }

    private final List<String> defaults;
    /** Whose a channel is. */
    private final Map<String, Tenant> owners = new HashMap<>();

    private final Map<String, Outlet> outlets = new HashMap<>();

    /** @throws IllegalArgumentException if a channel of type topic has a setting that makes no sense */
    Routing(DeliveryConfig config, Topics topics) {
        defaults = config.defaultChannels();
        for (ChannelConfig channel : config.channels()) {
            owners.put(channel.name(), Tenant.of(Objects.requireNonNullElse(channel.tenant(), "")));
            if (channel.type() == ChannelType.TOPIC) {
                outlets.put(channel.name(), outlet(channel, topics));
            }
        }
    }

    /**
     * The channels that its watch names, each once, or the default ones if it names none; of them, those of whom the watch is,
     * whoever wrote what into it.  The canary is nobody's.
     */
    List<String> channels(Alert alert) {
        if (alert.getWatchId().equals(CanaryArticle.WATCH_ID)) {
            return List.of();
        }
        List<String> named = alert.getChannels().stream().distinct().toList();
        Tenant owner = Tenant.ofWatch(alert.getWatchId());
        return (named.isEmpty() ? defaults : named)
                .stream()
                        .filter(channel ->
                                owners.getOrDefault(channel, Tenant.HOUSE).equals(owner))
                        .toList();
    }

    /** The topic of that channel; null if it has none. */
    @Nullable
    Outlet outlet(String channel) {
        return outlets.get(channel);
    }

    /** All topics of channels. */
    List<Topic<?, ?>> topics() {
        List<Topic<?, ?>> all = new ArrayList<>();
        outlets.values().forEach(outlet -> all.add(outlet.topic()));
        return all;
    }

    private static Outlet outlet(ChannelConfig channel, Topics topics) {
        ChannelSettings settings = new ChannelSettings(channel);
        String format = settings.oneOf("format", "avro", "json");
        settings.refuseOthers();
        return format.equals("json")
                ? new JsonOutlet(topics.channelAlertsJson(channel.name()))
                : new AvroOutlet(topics.channelAlerts(channel.name()));
    }

    private record AvroOutlet(Topic<String, Alert> topic) implements Outlet {
        @Override
        public byte[] write(Alert alert) {
            return topic.valueSerde().serializer().serialize(topic.name(), alert);
        }
    }

    private record JsonOutlet(Topic<String, String> topic) implements Outlet {
        @Override
        public byte[] write(Alert alert) {
            return AlertJson.write(alert).getBytes(StandardCharsets.UTF_8);
        }
    }
}
