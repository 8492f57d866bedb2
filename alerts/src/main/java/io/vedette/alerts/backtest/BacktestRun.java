package io.vedette.alerts.backtest;

import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.runtime.config.BacktestConfig;
import io.vedette.schemas.Match;
import io.vedette.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One back-test: partitions are read and matched side by side, then what matched is told in the order of the broker's time,
 * by the same code that tells it live.  What a watch would be and what it is are held against the same articles in one
 * pass.  Used once; {@link #cancel} may be called from any thread.
 */
final class BacktestRun {

    private static final Comparator<Match> IN_ORDER = Comparator.comparing(Match::getAt)
            .thenComparing(match -> match.getAlert().getArticleId())
            .thenComparing(Match::getPart);

    private final BacktestRequest request;
    private final Map<String, Candidate> candidates = new HashMap<>();
    private final Teller teller;
    private final BacktestConfig limits;
    private final Harvest harvest;

    /**
     * @param consumers makes a consumer of committed records without a group
     * @param matcher with the entities that the watches were compiled with
     * @param teller what is told of matches
     */
    BacktestRun(
            BacktestRequest request,
            Topics topics,
            Supplier<Consumer<byte[], byte[]>> consumers,
            ArticleMatcher matcher,
            Teller teller,
            BacktestConfig limits) {
        this.request = request;
        this.teller = teller;
        this.limits = limits;
        List<Candidate> all = new ArrayList<>();
        request.watches().forEach(watch -> all.add(Candidate.asItWouldBe(watch, request.since(), teller.lateness())));
        request.current().forEach(watch -> all.add(Candidate.asItIs(watch, request.since(), teller.lateness())));
        all.forEach(candidate -> candidates.put(candidate.key(), candidate));
        this.harvest = new Harvest(topics, consumers, matcher, new Candidates(all, request.since()), limits);
    }

    Progress progress() {
        return harvest.progress();
    }

    /** Lets it end soon, with a {@link CancellationException}. */
    void cancel() {
        harvest.cancel();
    }

    /**
     * Does it.
     *
     * @param now articles end here
     * @return by watch, in the order of the request
     * @throws CancellationException if it was cancelled
     */
    List<Report> run(Instant now) throws InterruptedException {
        Harvest.Gathered gathered = harvest.gather();
        Map<String, List<Match>> matches = new HashMap<>();
        gathered.partitions().stream()
                .flatMap(found -> found.matches().stream())
                .sorted(IN_ORDER)
                .forEach(match -> matches.computeIfAbsent(match.getWatchId(), key -> new ArrayList<>())
                        .add(match));
        Reporter reporter = new Reporter(request.since(), now, limits.samples());
        return request.watches().stream()
                .map(watch -> {
                    String id = watch.watch().getId();
                    Telling tried = tell(id, matches, gathered);
                    Telling current = tell(Candidate.keyOfCurrent(id), matches, gathered);
                    if (tried == null) {
                        throw new IllegalStateException("no candidate for watch " + id);
                    }
                    return reporter.report(id, tried, current, notes(id, gathered));
                })
                .toList();
    }

    /** Null if there is no such version. */
    private @Nullable Telling tell(String key, Map<String, List<Match>> matches, Harvest.Gathered gathered) {
        Candidate candidate = candidates.get(key);
        if (candidate == null) {
            return null;
        }
        harvest.throwIfCancelled();
        List<Match> found = matches.getOrDefault(key, List.of());
        return teller.tell(
                candidate, found, gathered.timeline(), gathered.partitions().size(), request.since());
    }

    private List<String> notes(String id, Harvest.Gathered gathered) {
        Candidate candidate = candidates.get(id);
        return candidate == null ? List.of() : Notes.of(candidate, request.since(), gathered.retainedFrom());
    }
}
