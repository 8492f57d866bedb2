package io.vedette.bench.pipeline;

import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.allinone.Services;
import io.vedette.app.article.TagData;
import io.vedette.runtime.config.Configuration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The enrich service, with those downstream or without, in this JVM; with the gazetteer that Vedette comes with. */
final class RunningServices implements AutoCloseable {

    static final TagData DATA = TagData.load(Configuration.defaults().tagging());
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Services services;

    private RunningServices(Services services) {
        this.services = services;
    }

    /** Returns when the service downstream is ready, so that nothing waits for it. */
    static RunningServices start(Configuration configuration, boolean withAlerts) {
        List<ServiceKind> kinds = withAlerts
                ? List.of(ServiceKind.DELIVERY, ServiceKind.ALERTS, ServiceKind.ENRICH)
                : List.of(ServiceKind.ENRICH);
        RunningServices running = new RunningServices(Services.start(configuration, kinds, () -> DATA));
        if (withAlerts) {
            running.awaitReady();
        }
        return running;
    }

    /** Returns when all of them are ready. */
    static RunningServices start(Configuration configuration, List<ServiceKind> kinds) {
        RunningServices running = new RunningServices(Services.start(configuration, kinds, () -> DATA));
        try {
            running.awaitReady();
            return running;
        } catch (IllegalStateException e) {
            running.close();
            throw e;
        }
    }

    /** Where the API is. */
    String url() {
        return services.url();
    }

    @Override
    public void close() {
        services.close();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the services were not ready within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean isReady() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create(services.url() + "/health/ready"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the services started", e);
        }
    }
}
