package io.vedette.app.acl;

import io.vedette.alerts.AlertsAccess;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.app.reprocess.ReprocessAccess;
import io.vedette.enrich.EnrichAccess;
import io.vedette.ingest.IngestAccess;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.permission.Permission;
import io.vedette.runtime.permission.Permissions;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who works with Vedette's topics, each under a principal of its own. */
public enum Role {
    INGEST {
        @Override
        List<Permission> permissions(Configuration configuration, Topics topics) {
            return IngestAccess.of(configuration, topics);
        }
    },
    ENRICH {
        @Override
        List<Permission> permissions(Configuration configuration, Topics topics) {
            return EnrichAccess.of(configuration, topics);
        }
    },
    /** Delivery included, which runs in the same process. */
    ALERTS {
        @Override
        List<Permission> permissions(Configuration configuration, Topics topics) {
            return AlertsAccess.of(configuration, topics);
        }
    },
    /** The command that tags articles again; no service. */
    REPROCESS {
        @Override
        List<Permission> permissions(Configuration configuration, Topics topics) {
            return ReprocessAccess.of(configuration, topics);
        }
    },
    /** Programs of others, which take what Vedette makes. */
    READER {
        @Override
        List<Permission> permissions(Configuration configuration, Topics topics) {
            List<Topic<?, ?>> results = new ArrayList<>(List.of(
                    topics.enriched(),
                    topics.enriched(Lane.BACKFILL),
                    topics.stories(),
                    topics.articleHistory(),
                    topics.alerts(),
                    topics.alertsJson(),
                    topics.alertState(),
                    topics.alertedArticles(),
                    topics.deliveries()));
            results.addAll(DeliveryService.channelTopics(configuration.delivery(), topics));
            return new Permissions(configuration.topics().settings().prefix())
                    .read(results)
                    .groups(user(), "reader")
                    .list();
        }
    },
    /** Programs of others, which write articles. */
    PRODUCER {
        @Override
        List<Permission> permissions(Configuration configuration, Topics topics) {
            return new Permissions(configuration.topics().settings().prefix())
                    .write(List.of(topics.articles(), topics.articles(Lane.BACKFILL)))
                    .list();
        }
    };

    /** Those that are services of Vedette. */
    public static final List<Role> SERVICES = List.of(INGEST, ENRICH, ALERTS);

    /** Those that are programs of Vedette, and have its configuration. */
    public static final List<Role> PROGRAMS = List.of(INGEST, ENRICH, ALERTS, REPROCESS);

    abstract List<Permission> permissions(Configuration configuration, Topics topics);

    /** As it is written on a command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The principal that it has if none is given; the groups of a reader begin with what stands behind the colon. */
    public String principal() {
        return "User:" + user();
    }

    String user() {
        return "vedette-" + label();
    }
}
