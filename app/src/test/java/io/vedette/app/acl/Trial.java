package io.vedette.app.acl;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.allinone.Services;
import io.vedette.app.api.ApiClient;
import io.vedette.app.article.TagData;
import io.vedette.app.embedded.SecuredBroker;
import io.vedette.runtime.config.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One service with some permissions, on topics of its own, everything else being done by the super user. */
final class Trial implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(150);
    private static final Duration USED_WITHIN = Duration.ofSeconds(100);
    private static final Duration TROUBLE_STAYS = Duration.ofSeconds(15);
    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Role role;
    private final Configuration superUser;
    private final Configuration user;
    private final String name;
    private final boolean withCanaries;
    private final TrialTopics topics;
    private final TrialUse use;
    private final List<Services> running = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** @param withCanaries whether enrichment runs, too, so that canaries fly through all of it */
    Trial(SecuredBroker broker, Role role, Map<String, String> client, boolean withCanaries, Path folder, String name)
            throws IOException {
        this.role = role;
        this.name = name;
        this.withCanaries = withCanaries;
        superUser = TrialSettings.of(broker.certificate("broker"), withCanaries, folder, name);
        user = TrialSettings.of(client, withCanaries, folder, name);
        topics = new TrialTopics(superUser);
        use = switch (role) {
            case INGEST -> new IngestUse(user, topics, TrialSettings.foreignTopic(name), folder);
            case ENRICH -> new EnrichUse(topics);
            case ALERTS -> new AlertsUse(topics);
            default -> throw new IllegalArgumentException(role + " is no service");
        };
        log.start();
        root().addAppender(log);
    }

    Configuration superUser() {
        return superUser;
    }

    void createForeignTopic(Admin admin) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(TrialSettings.foreignTopic(name), 1, (short) 1)))
                .all()
                .get();
    }

    /** Starts the service and uses it until everything came of it, or something shows that won't. */
    Without.Row run(String kind) throws InterruptedException {
        if (withCanaries) {
            running.add(Services.start(superUser, SecuredPipeline.kinds(Role.ENRICH), () -> LoadedOnce.DATA));
        }
        Services services;
        try {
            services = Services.start(user, SecuredPipeline.kinds(role), () -> LoadedOnce.DATA);
        } catch (RuntimeException e) {
            return new Without.Row(kind, Without.Effect.START, sign(String.valueOf(e.getMessage())));
        }
        running.add(services);
        ApiClient api = new ApiClient(services.url());
        String trouble = trouble(READY_WITHIN, Duration.ZERO, () -> troubles(api));
        if (trouble != null) {
            return new Without.Row(kind, Without.Effect.START, sign(trouble));
        }
        log.list.clear();
        try {
            use.begin(api);
        } catch (IllegalStateException e) {
            return new Without.Row(kind, Without.Effect.FIRST_USE, sign(withReason(String.valueOf(e.getMessage()))));
        }
        // and then all has to stay well for a moment: some work is only done once the rest is
        trouble = trouble(USED_WITHIN, SETTLED, () -> {
            List<String> all = troubles(api);
            all.addAll(use.outstanding(api));
            return all;
        });
        if (trouble != null) {
            return new Without.Row(kind, Without.Effect.FIRST_USE, sign(trouble));
        }
        return complaint()
                .map(said -> new Without.Row(kind, Without.Effect.WARNING, sign(said)))
                .orElse(new Without.Row(kind, Without.Effect.SILENT, ""));
    }

    private interface Troubles {
        List<String> get() throws InterruptedException;
    }

    /** Null once there has been none for so long; otherwise one that there is, or has been for too long. */
    private @Nullable String trouble(Duration patience, Duration well, Troubles troubles) {
        Look look = new Look(troubles, well);
        try {
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(patience.plus(well))
                    .pollInterval(BETWEEN_LOOKS)
                    .until(look::isOver);
        } catch (ConditionTimeoutException e) {
            // whatever is still open is told
        }
        return look.open.stream()
                .filter(Trial::isRefusal)
                .findFirst()
                .or(() -> look.open.stream().findFirst().map(this::withReason))
                .orElse(null);
    }

    /** What was seen so far. */
    private static final class Look {

        private final Troubles troubles;
        private final Duration well;
        private List<String> open = List.of();
        private long wellSince;
        private long refusedSince;

        Look(Troubles troubles, Duration well) {
            this.troubles = troubles;
            this.well = well;
        }

        boolean isOver() throws InterruptedException {
            open = troubles.get();
            long now = System.nanoTime();
            wellSince = open.isEmpty() ? first(wellSince, now) : 0;
            refusedSince = open.stream().anyMatch(Trial::isRefusal) ? first(refusedSince, now) : 0;
            return wellSince != 0 && now - wellSince >= well.toNanos()
                    || refusedSince != 0 && now - refusedSince > TROUBLE_STAYS.toNanos();
        }

        private static long first(long before, long now) {
            return before == 0 ? now : before;
        }
    }

    private static List<String> troubles(ApiClient api) throws InterruptedException {
        List<String> troubles = new ArrayList<>();
        JsonNode health = api.get("/health/ready").body();
        health.path("components").fields().forEachRemaining(component -> {
            // a busy machine does not answer these two in time
            boolean own =
                    !component.getKey().equals("kafka") && !component.getKey().equals("registry");
            if (own && !component.getValue().path("status").asText().equals("UP")) {
                troubles.add(component.getKey() + " is not ready: "
                        + component.getValue().path("reason").asText());
            }
        });
        return troubles;
    }

    private String withReason(String trouble) {
        return isRefusal(trouble)
                ? trouble
                : trouble + complaint().map(said -> ": " + said).orElse("");
    }

    private Optional<String> complaint() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(event -> event.getFormattedMessage()
                        + (event.getKeyValuePairs() == null ? "" : " " + event.getKeyValuePairs())
                        + (event.getThrowableProxy() == null
                                ? ""
                                : " " + event.getThrowableProxy().getMessage()))
                .filter(Trial::isRefusal)
                .findFirst();
    }

    private static boolean isRefusal(String message) {
        return message.contains("uthoriz");
    }

    /** One line that is the same for every trial. */
    private String sign(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\b" + name + "([.-])", "vedette$1")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("\\[(Consumer|Producer|AdminClient) [^\\]]*\\] ", "")
                .replace('\t', ' ');
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() throws Exception {
        root().detachAppender(log);
        List<Thread> stopping =
                running.stream().map(services -> new Thread(services::close)).toList();
        stopping.forEach(Thread::start);
        for (Thread thread : stopping) {
            thread.join();
        }
        if (use instanceof AutoCloseable open) {
            open.close();
        }
        topics.close();
    }

    /** It takes a second, and never changes. */
    private static final class LoadedOnce {
        static final TagData DATA = TagData.load(Configuration.defaults().tagging());
    }
}
