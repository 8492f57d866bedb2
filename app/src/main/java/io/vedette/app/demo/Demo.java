package io.vedette.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.alert.AlertFeed;
import io.vedette.app.alert.AlertPrinter;
import io.vedette.app.allinone.AllInOne;
import io.vedette.app.api.ApiClient;
import io.vedette.app.api.ApiClient.Answer;
import io.vedette.app.demo.SeedArticles.SeedArticle;
import io.vedette.app.lifecycle.Cleanup;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.schemas.Alert;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.errors.WakeupException;

/** Sends the seed articles through a running all-in-one and prints each alert as it fires.  For one thread. */
public final class Demo {

    private static final Duration TIME_TO_GET_READY = Duration.ofSeconds(60);
    private static final Duration BETWEEN_ARTICLES = Duration.ofMillis(150);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Terminal terminal;
    private final AllInOne running;
    private final ApiClient client;
    private final AlertPrinter printer;

    public Demo(Terminal terminal, AllInOne running) {
        this.terminal = terminal;
        this.running = running;
        this.client = new ApiClient(running.httpUrl());
        this.printer = new AlertPrinter(terminal);
    }

    /**
     * Runs it.
     *
     * @param keeps whether there may be alerts and articles from earlier runs
     * @param goOn whether to wait for more alerts, until the process is told to end
     */
    public void run(boolean keeps, boolean goOn, Cleanup cleanup) throws IOException, InterruptedException {
        awaitReady();
        int watches = StarterWatches.put(client);
        try (AlertFeed feed = new AlertFeed(running.configuration());
                Pipeline pipeline = new Pipeline(running.configuration())) {
            cleanup.add(feed::wakeUp);
            if (keeps) {
                printStored(feed.stored());
            } else {
                feed.skipStored();
            }
            List<SeedArticle> articles = SeedArticles.all();
            heading("Publishing " + articles.size() + " articles, held against " + watches + " watches");
            try (Arrivals arrivals = new Arrivals(feed, printer)) {
                int known = publish(articles, keeps ? KnownArticles.ids(running.configuration()) : Set.of());
                awaitDrained(pipeline);
                summary(articles.size(), known, arrivals.untilAllAreIn());
                terminal.result(running.addresses() + "\n");
                if (goOn) {
                    terminal.result("Going on until Ctrl-C.  Try, in another terminal:\n" + suggestion());
                    arrivals.goOn();
                }
            }
        } catch (WakeupException e) {
            // Told to end; nothing is lost by it.
            return;
        }
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + TIME_TO_GET_READY.toNanos();
        while (!client.isReady()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the services did not get ready within a minute: "
                        + client.get("/health/ready").body());
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private void printStored(List<Alert> stored) {
        if (!stored.isEmpty()) {
            heading(stored.size() + " alerts are stored from earlier runs");
            stored.forEach(alert -> printer.print(alert, OptionalLong.empty()));
        }
    }

    private int publish(List<SeedArticle> articles, Set<String> knownIds) throws InterruptedException {
        int known = 0;
        for (SeedArticle article : articles) {
            Answer answer = client.post("/api/articles", article.json());
            if (!answer.isGood()) {
                throw new IllegalStateException("seed article \"" + article.title() + "\": " + answer.problem());
            }
            for (JsonNode id : answer.body().path("ids")) {
                known += knownIds.contains(id.asText()) ? 1 : 0;
            }
            Thread.sleep(BETWEEN_ARTICLES.toMillis());
        }
        return known;
    }

    private static void awaitDrained(Pipeline pipeline) throws InterruptedException {
        while (!pipeline.isDrained()) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private void summary(int articles, int known, List<Long> delays) {
        StringBuilder summary = new StringBuilder(articles + " articles published");
        if (known > 0) {
            summary.append(", ").append(known).append(" of them already known");
        }
        summary.append(", ").append(delays.size()).append(delays.size() == 1 ? " alert" : " alerts");
        if (!delays.isEmpty()) {
            List<Long> sorted = delays.stream().sorted().toList();
            summary.append("; from publishing to alert ")
                    .append(sorted.get(sorted.size() / 2))
                    .append(" ms at the median, ")
                    .append(sorted.get(sorted.size() - 1))
                    .append(" ms at most");
        }
        heading(summary.toString());
    }

    private void heading(String words) {
        terminal.result(Style.BOLD.on(words, terminal.colour()) + "\n");
    }

    private String suggestion() {
        return "  curl -H 'Content-Type: application/json' " + running.httpUrl() + "/api/articles \\\n"
                + "    -d '{\"title\":\"Bridge closed\",\"text\":\"Supply routes to Melitopol were cut on Tuesday.\"}'\n";
    }
}
