package io.vedette.alerts.backtest;

import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.topology.AlertingSettings;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.ExampleCheck;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.BacktestConfig;
import io.vedette.schemas.Topics;
import io.vedette.text.watch.QueryCompiler;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** Makes and keeps the back-tests of this instance.  Thread-safe. */
public final class Backtests implements AutoCloseable {

    private final Topics topics;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final QueryCompiler queries;
    private final ExampleCheck examples;
    private final Supplier<Watches> current;
    private final Teller teller;
    private final Disclosure disclosure;
    private final BacktestConfig limits;
    private final Clock clock;
    private final BacktestJobs jobs;

    /**
     * Connects to nothing yet.
     *
     * @param consumers makes a consumer of committed records without a group
     * @param queries compiles the queries, with the names that articles were tagged with
     * @param examples holds each watch to its examples before it is tried
     * @param current the watches as they are now
     * @param settings as those of the topology
     */
    public Backtests(
            Topics topics,
            Supplier<Consumer<byte[], byte[]>> consumers,
            QueryCompiler queries,
            ExampleCheck examples,
            Supplier<Watches> current,
            AlertingSettings settings,
            BacktestConfig limits,
            Clock clock) {
        this.topics = topics;
        this.consumers = consumers;
        this.queries = queries;
        this.examples = examples;
        this.current = current;
        this.teller = new Teller(settings);
        this.disclosure = settings.disclosure();
        this.limits = limits;
        this.clock = clock;
        this.jobs = new BacktestJobs(limits.mostJobs(), limits.mostKept(), limits.tenantJobs());
    }

    @Override
    public void close() {
        jobs.close();
    }

    BacktestConfig limits() {
        return limits;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Makes a watch ready, as it would be made ready to be saved.
     *
     * @throws io.vedette.text.watch.query.QueryException if its query is none
     * @throws io.vedette.alerts.watch.FailedExampleException if it fails one of its examples
     */
    CompiledWatch compile(WatchDefinition watch, boolean enabled) {
        CompiledWatch compiled = CompiledWatch.of(watch, enabled, queries);
        examples.check(compiled.query(), watch.options().examples());
        return compiled;
    }

    /** Begins one, or lets it wait for others; empty when as many wait and run as may. */
    Optional<BacktestJob> start(List<CompiledWatch> watches, Instant since, Tenant tenant) {
        Watches known = current.get();
        List<CompiledWatch> asTheyAre = watches.stream()
                .flatMap(watch -> known.get(watch.watch().getId()).stream())
                .toList();
        BacktestRequest request = new BacktestRequest(watches, asTheyAre, since, tenant);
        BacktestRun run = new BacktestRun(
                request, topics, consumers, new ArticleMatcher(queries.entities(), disclosure), teller, limits);
        BacktestJob job = new BacktestJob(request, run, clock);
        return jobs.add(job) ? Optional.of(job) : Optional.empty();
    }

    /** Those that a tenant may see: its own, the house all. */
    List<BacktestJob> all(Tenant tenant) {
        return jobs.all().stream().filter(job -> isSeenBy(tenant, job)).toList();
    }

    Optional<BacktestJob> get(String id, Tenant tenant) {
        return jobs.get(id).filter(job -> isSeenBy(tenant, job));
    }

    /** Cancels it if it is not over, and forgets it; empty if there is none that the tenant may see. */
    Optional<BacktestJob> remove(String id, Tenant tenant) {
        return get(id, tenant).flatMap(job -> jobs.remove(job.id()));
    }

    private static boolean isSeenBy(Tenant tenant, BacktestJob job) {
        return tenant.isHouse() || tenant.equals(job.tenant());
    }
}
