package io.vedette.alerts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.alerts.topology.AlertingTopology;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.config.AlertsConfig;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.permission.Permission;
import io.vedette.runtime.permission.Permissions;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import io.vedette.text.MentionKind;
import io.vedette.text.watch.query.Entities;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.TopologyDescription;

/** What alerting does in Kafka, delivery included: its topology says some of it, its other clients do the rest. */
public final class AlertsAccess {

    private AlertsAccess() {}

    /** Under that configuration. */
    public static List<Permission> of(Configuration configuration, Topics topics) {
        AlertsConfig alerts = configuration.alerts();
        String id = alerts.applicationId();
        String deliveries = configuration.delivery().applicationId();
        Permissions permissions = new Permissions(
                        configuration.topics().settings().prefix())
                .streams(id, topology(configuration, topics), "alerts")
                .write(List.of(topics.alertsDeadLetters()))
                // watches and feedback, which the API writes
                .readAndWrite(List.of(topics.watches(), topics.watchVersions(), topics.feedback()))
                .write(List.of(topics.heartbeats()))
                // what is searched, and read again by back-tests
                .read(List.of(
                        topics.alerts(),
                        topics.alertState(),
                        topics.alertedArticles(),
                        topics.articleHistory(),
                        topics.enriched(),
                        topics.enriched(Lane.BACKFILL),
                        topics.stories(),
                        topics.heartbeats()))
                // what /api/audit and /api/deadletters tell, which this service answers
                .read(List.of(
                        topics.audit(),
                        topics.ingestDeadLetters(),
                        topics.enrichDeadLetters(),
                        topics.alertsDeadLetters()))
                .group(id + Clients.TIME_TO_ALERT, "time-to-alert")
                .readAndWrite(List.of(topics.deliveries(), topics.deliveryState()))
                .write(DeliveryService.channelTopics(configuration.delivery(), topics))
                .group(deliveries, "delivery")
                .transactions(deliveries + "-", "delivery");
        if (alerts.history().enabled()) {
            permissions.write(List.of(topics.watchHistory())).group(id + Clients.HISTORY, "history");
        }
        if (!alerts.canaryInterval().isZero()) {
            permissions
                    .write(List.of(topics.articles()))
                    .read(List.of(topics.canaries()))
                    .group(id + Clients.CANARY, "canary");
        }
        return permissions.list();
    }

    private static TopologyDescription topology(Configuration configuration, Topics topics) {
        Watches none = Watches.empty();
        return new AlertingTopology(
                        topics,
                        new Nameless(),
                        () -> none,
                        AlertsService.settings(configuration.alerts()),
                        new SimpleMeterRegistry())
                .build()
                .describe();
    }

    /** Knows nobody and nothing: where only the shape of the topology counts. */
    private static final class Nameless implements Entities {

        @Override
        public Set<String> actors(String name) {
            return Set.of();
        }

        @Override
        public Set<String> places(String name) {
            return Set.of();
        }

        @Override
        public Set<String> areas(String placeId) {
            return Set.of(placeId);
        }

        @Override
        public List<String> suggestions(MentionKind kind, String name, int limit) {
            return List.of();
        }
    }
}
