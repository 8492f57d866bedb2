package io.vedette.runtime.status;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.SystemConfig;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** Answers {@code /api/system}, beside the services of a process.  Nothing runs while nobody asks. */
public final class SystemService implements Service {

    private final SystemStatus status;
    private final SystemConfig config;

    /**
     * Connects to nothing yet.
     *
     * @param services of this process
     * @param shared what all of them lean on
     * @param pulse what the alerts service knows; {@link Pulse#NONE} where there is none
     */
    public SystemService(
            Configuration configuration,
            Topics topics,
            List<Service> services,
            List<Component> shared,
            Pulse pulse,
            MeterRegistry meters,
            Clock clock) {
        this.config = configuration.http().system();
        KafkaClients clients = new KafkaClients(configuration.kafka());
        KafkaSampler sampler = new KafkaSampler(
                () -> Admin.create(clients.admin()),
                groups(configuration),
                List.of(
                        topics.ingestDeadLetters().name(),
                        topics.enrichDeadLetters().name(),
                        topics.alertsDeadLetters().name()),
                config.timeout());
        this.status = new SystemStatus(services, shared, sampler, pulse, meters, config.refresh(), clock);
    }

    /** Those that must keep up with what comes. */
    private static List<String> groups(Configuration configuration) {
        List<String> groups = new ArrayList<>();
        groups.add(configuration.enrich().applicationId());
        groups.add(configuration.enrich().ofStories().applicationId());
        if (configuration.enrich().backfill().enabled()) {
            groups.add(configuration.enrich().ofBackfill().applicationId());
        }
        groups.add(configuration.alerts().applicationId());
        groups.add(configuration.delivery().applicationId());
        return groups;
    }

    @Override
    public String name() {
        return "system";
    }

    @Override
    public void start() {
        // it looks when it is asked
    }

    @Override
    public List<Component> components() {
        return List.of();
    }

    @Override
    public List<Routes> routes() {
        return List.of(() -> List.of(Endpoint.get("/api/system", "How it goes as a whole.", this::answer)
                .answers(HttpStatus.OK, "As it was a few seconds ago.", Shape.of(SystemView.class))
                .answers(HttpStatus.SERVICE_UNAVAILABLE, "Nothing was found yet; try again in a moment.")));
    }

    private void answer(Context ctx) throws InterruptedException {
        SystemView view = status.view(config.timeout().multipliedBy(2));
        if (view == null) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "nothing was found yet; try again in a moment");
        }
        ctx.json(view);
    }

    @Override
    public void close() {
        status.close();
    }
}
