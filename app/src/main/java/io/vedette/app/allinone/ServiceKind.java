package io.vedette.app.allinone;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.alerts.AlertsService;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.app.article.TagData;
import io.vedette.enrich.EnrichService;
import io.vedette.ingest.IngestService;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The services that there are. */
public enum ServiceKind {
    INGEST {
        @Override
        Service create(Configuration configuration, Topics topics, MeterRegistry meters, Supplier<TagData> data) {
            return new IngestService(configuration, topics, meters, Clock.systemUTC());
        }
    },
    ENRICH {
        @Override
        Service create(Configuration configuration, Topics topics, MeterRegistry meters, Supplier<TagData> data) {
            return new EnrichService(configuration, meters, () -> data.get().tagger());
        }
    },
    ALERTS {
        @Override
        Service create(Configuration configuration, Topics topics, MeterRegistry meters, Supplier<TagData> data) {
            return new AlertsService(
                    configuration, meters, data.get().gazetteer(), data.get().annotator());
        }
    },
    DELIVERY {
        @Override
        Service create(Configuration configuration, Topics topics, MeterRegistry meters, Supplier<TagData> data) {
            return new DeliveryService(configuration, meters);
        }
    };

    /** All of them, what is downstream first, so that it is ready for what comes. */
    public static List<ServiceKind> all() {
        return List.of(DELIVERY, ALERTS, ENRICH, INGEST);
    }

    abstract Service create(Configuration configuration, Topics topics, MeterRegistry meters, Supplier<TagData> data);
}
