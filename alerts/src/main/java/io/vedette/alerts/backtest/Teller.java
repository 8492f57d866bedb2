package io.vedette.alerts.backtest;

import io.vedette.alerts.overtime.OverTimeReplay;
import io.vedette.alerts.topology.AlertingSettings;
import io.vedette.alerts.topology.HoldCount;
import io.vedette.alerts.topology.OncePerStory;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Tells what a watch makes of its matches, by the code that tells it live.  Immutable. */
final class Teller {

    private final AlertingSettings settings;
    private final OncePerStory once;

    Teller(AlertingSettings settings) {
        this.settings = settings;
        this.once = new OncePerStory(settings);
    }

    Duration lateness() {
        return settings.lateness();
    }

    /**
     * What is told of the matches of one version of a watch.
     *
     * @param matches in the order of the broker's time; may be changed
     * @param partitions of the articles
     * @param since what is told of before is left out
     */
    Telling tell(Candidate candidate, List<Match> matches, Timeline timeline, int partitions, Instant since) {
        CompiledWatch watch = candidate.watch();
        for (Match match : matches) {
            match.setWatchId(watch.watch().getId());
            match.getAlert().setWatchId(watch.watch().getId());
        }
        List<Told> told = candidate.isOverTime()
                ? overTime(candidate, matches, timeline.marks(candidate.from()), partitions)
                : byStory(watch, matches);
        List<Told> reported =
                told.stream().filter(each -> !each.at().isBefore(since)).toList();
        long counted =
                matches.stream().filter(match -> !match.getAt().isBefore(since)).count();
        return new Telling((int) counted, reported, held(watch, reported));
    }

    private List<Told> byStory(CompiledWatch watch, List<Match> matches) {
        List<Told> told = new ArrayList<>();
        once.tellAll(
                matches,
                watch.watch().getUpdates(),
                (alert, at) -> told.add(new Told(alert, String.valueOf(alert.getStoryId()), at)));
        return told;
    }

    private List<Told> overTime(Candidate candidate, List<Match> matches, List<Timeline.Mark> marks, int partitions) {
        OverTimeReplay replay = new OverTimeReplay(candidate.watch(), partitions, settings.lateness());
        List<Told> told = new ArrayList<>();
        int next = 0;
        for (Match match : matches) {
            while (next < marks.size() && marks.get(next).time().isBefore(match.getAt())) {
                progress(replay, marks.get(next++), told);
            }
            replay.match(match, keep(replay, match.getAt(), told));
        }
        while (next < marks.size()) {
            progress(replay, marks.get(next++), told);
        }
        return told;
    }

    private static void progress(OverTimeReplay replay, Timeline.Mark mark, List<Told> told) {
        replay.progress(mark.partition(), mark.time(), keep(replay, mark.time(), told));
    }

    private static Consumer<Alert> keep(OverTimeReplay replay, Instant at, List<Told> told) {
        return alert -> told.add(new Told(alert, replay.subject(alert), at));
    }

    /** How many would have been held, by the reason. */
    private Map<String, Integer> held(CompiledWatch watch, List<Told> told) {
        HoldCount count = new HoldCount(settings, watch);
        Map<String, Integer> held = new TreeMap<>();
        told.stream().sorted(Comparator.comparing(Told::at)).forEach(each -> {
            String reason = count.reason(each.alert(), each.at());
            if (reason != null) {
                held.merge(reason, 1, Integer::sum);
            }
        });
        return held;
    }
}
