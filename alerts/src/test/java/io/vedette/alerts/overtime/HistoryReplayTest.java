package io.vedette.alerts.overtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever fills watches, when, in which order, and how often: the same alerts come, each once. */
class HistoryReplayTest {

    private static final int SAVED = 6_000;
    private static final int END = 8_000;

    /** What was accepted so shortly before the watches were saved is matched live, too. */
    private static final int OVERLAP = 5;

    /** The filler reads so much of what is yet to be matched live. */
    private static final int AHEAD = 40;

    @TempDir
    private Path folder;

    private record Given(String id, double minute) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameAlertsComeWheneverAndHoweverOftenItIsFilled(long seed) throws Exception {
        List<Given> articles = articles(new Random(seed));

        List<String> atOnce = alerts("at-once", articles, 0, new Random(seed), false);
        List<String> late = alerts("late", articles, 150, new Random(seed), true);

        assertThat(late).doesNotHaveDuplicates();
        assertThat(atOnce).doesNotHaveDuplicates().isNotEmpty();
        assertThat(new TreeSet<>(late)).isEqualTo(new TreeSet<>(atOnce));
    }

    private static List<Given> articles(Random random) {
        List<Given> articles = new ArrayList<>();
        double minute = 0;
        while (minute < END) {
            // now and then there is none for long, and now and then there are many
            int most = random.nextInt(15) == 0 ? 400 : random.nextInt(4) == 0 ? 60 : 8;
            minute += random.nextInt(most);
            articles.add(new Given("a" + articles.size(), minute));
        }
        return articles;
    }

    /** @param rough whether the filler is lost at times, and the task */
    private List<String> alerts(String name, List<Given> articles, int filledAfter, Random random, boolean rough)
            throws Exception {
        try (OverTimeTasks tasks =
                new OverTimeTasks(Files.createDirectories(folder.resolve(name)), Duration.ofDays(1))) {
            List<CompiledWatch> watches = List.of(
                    tasks.watch("count", "COUNT(tank, 1h) >= 6"),
                    tasks.watch("many", "COUNT(tank, 1h) >= 16"),
                    tasks.watch("spike", "SPIKE(tank, 2h, 3)"),
                    tasks.watch("first", "FIRST(tank, 2h)"),
                    tasks.watch("quiet", "SILENCE(tank, 3h)"),
                    tasks.watch("followed", "FOLLOWED(tank, convoy, 1h)"));
            tasks.closed(SAVED - 20);
            boolean filled = false;
            for (int minute = SAVED - OVERLAP; minute < END; minute += 5) {
                if (!filled && minute >= SAVED + filledAfter) {
                    filled = true;
                    fill(tasks, watches, articles, random, rough);
                }
                for (Given article : articles) {
                    if (article.minute() >= minute && article.minute() < minute + 5) {
                        watches.forEach(watch -> tasks.live(match(watch, article)));
                    }
                }
                tasks.closed(minute - 10);
                if (rough && random.nextInt(80) == 0) {
                    tasks.restart();
                }
            }
            return tasks.closed(END).alerts().stream().map(Alert::getId).toList();
        }
    }

    private static void fill(
            OverTimeTasks tasks, List<CompiledWatch> watches, List<Given> articles, Random random, boolean rough) {
        List<Match> history = articles.stream()
                .filter(article -> article.minute() < SAVED + AHEAD)
                .flatMap(article -> watches.stream().map(watch -> match(watch, article)))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int attempt = rough ? 2 : 1; attempt > 0; attempt--) {
            Collections.shuffle(history, random);
            history.subList(0, history.size() / attempt).forEach(match -> tasks.history(History.match(match)));
        }
        watches.forEach(watch -> tasks.filled(watch, 0, SAVED));
        if (rough) {
            watches.forEach(watch -> tasks.filled(watch, 100, SAVED + 100));
        }
    }

    /** Of FOLLOWED, every other article is the one that may follow. */
    private static Match match(CompiledWatch watch, Given article) {
        boolean follows =
                watch.watch().getId().equals("followed") && article.id().hashCode() % 2 == 0;
        return OverTimeTasks.match(watch, article.id(), article.minute(), follows ? 1 : 0, article.id());
    }
}
