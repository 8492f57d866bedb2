package io.vedette.app.allinone;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.alerts.AlertsService;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.app.article.TagData;
import io.vedette.enrich.EnrichService;
import io.vedette.ingest.IngestService;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.trace.Traces;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The services that there are. */
public enum ServiceKind {
    INGEST("ingest") {
        @Override
        Service create(
                Configuration configuration,
                Topics topics,
                MeterRegistry meters,
                Traces traces,
                Supplier<TagData> data) {
            return new IngestService(configuration, topics, meters, Clock.systemUTC(), traces.of(service()));
        }
    },
    ENRICH("enrich") {
        @Override
        Service create(
                Configuration configuration,
                Topics topics,
                MeterRegistry meters,
                Traces traces,
                Supplier<TagData> data) {
            return new EnrichService(
                    Lane.LIVE, configuration, meters, () -> data.get().tagger(), traces.of(service()));
        }
    },
    BACKFILL("enrich-backfill") {
        @Override
        Service create(
                Configuration configuration,
                Topics topics,
                MeterRegistry meters,
                Traces traces,
                Supplier<TagData> data) {
            return new EnrichService(
                    Lane.BACKFILL, configuration, meters, () -> data.get().tagger(), traces.of(service()));
        }
    },
    ALERTS("alerts") {
        @Override
        Service create(
                Configuration configuration,
                Topics topics,
                MeterRegistry meters,
                Traces traces,
                Supplier<TagData> data) {
            return new AlertsService(
                    configuration,
                    meters,
                    () -> data.get().gazetteer(),
                    document -> data.get().annotator().annotate(document),
                    () -> data.get().lexicon().subtypes(),
                    traces.of(service()));
        }
    },
    DELIVERY("delivery") {
        @Override
        Service create(
                Configuration configuration,
                Topics topics,
                MeterRegistry meters,
                Traces traces,
                Supplier<TagData> data) {
            return new DeliveryService(configuration, meters, traces.of(service()));
        }
    };

    private final String service;

    ServiceKind(String service) {
        this.service = service;
    }

    /** Its name, as logs, metrics and traces have it. */
    public String service() {
        return service;
    }

    /** Whether it tags, or resolves the names in watches. */
    boolean needsNames() {
        return this == ENRICH || this == BACKFILL || this == ALERTS;
    }

    /** All that news needs, what is downstream first, so that it is ready for what comes. */
    public static List<ServiceKind> all() {
        return List.of(DELIVERY, ALERTS, ENRICH, INGEST);
    }

    /** Those that run in one process by that configuration: all that news needs, and the backfill lane if it says so. */
    public static List<ServiceKind> all(Configuration configuration) {
        return configuration.enrich().backfill().enabled()
                ? List.of(DELIVERY, ALERTS, ENRICH, BACKFILL, INGEST)
                : all();
    }

    /** @param data what is in use at the moment; asked again and again */
    abstract Service create(
            Configuration configuration, Topics topics, MeterRegistry meters, Traces traces, Supplier<TagData> data);
}
