package io.vedette.e2e.dashboard;

import static io.vedette.e2e.dashboard.Panel.graph;
import static io.vedette.e2e.dashboard.Panel.stat;
import static io.vedette.e2e.dashboard.Query.of;

import io.vedette.e2e.dashboard.Board.Row;
import java.util.List;

/** Whether all is well, at one look. */
final class OverviewBoard {

    /** Of the restore consumer it is what is left to restore, which the board of Streams shows. */
    static final String LAG = "kafka_consumer_fetch_manager_records_lag{$l, client_id!~\".*restore-consumer\"}";

    private OverviewBoard() {}

    static Board make() {
        return new Board(
                "overview",
                "Overview",
                "Articles in, alerts out, how long it takes, and whether all is well.",
                List.of(Variable.INSTANCE, Variable.LANE),
                List.of(now(), health(), flow(), time(), trouble()));
    }

    private static Row now() {
        return Row.of(
                "Now",
                stat(
                        "Articles a second",
                        "cps",
                        Thresholds.none(),
                        "Articles per second that enrich reads, over five minutes.",
                        of("sum(rate(vedette_enrich_in_total{$l}[5m]))", "articles")),
                stat(
                        "Alerts in an hour",
                        "short",
                        Thresholds.none(),
                        "Alerts raised in the last hour.",
                        of("sum(increase(vedette_alerts_out_total{$i}[1h])) or vector(0)", "alerts")),
                stat(
                        "Time to alert, p99",
                        "s",
                        Thresholds.below(1, 5),
                        "From the append of an article to the committed append of its alert; the promise is a second.",
                        of(quantile(0.99, "vedette_time_to_alert_seconds", "$i"), "p99")),
                stat(
                        "Publishing to alert, median",
                        "s",
                        Thresholds.below(900, 3600),
                        "From the outlet's own time of an article to its alert: mostly how often its source is polled.",
                        of(quantile(0.5, "vedette_time_outlet_to_alert_seconds", "$i"), "median")),
                stat(
                        "Lag",
                        "short",
                        Thresholds.below(1_000, 10_000),
                        "Records that wait to be read, of all applications of the chosen lanes.",
                        of("sum(" + LAG + ")", "records")),
                stat(
                        "Free disk, least",
                        "percentunit",
                        Thresholds.above(0.2, 0.1),
                        "Free share of the fullest disk that has state on it.",
                        of("min(disk_free_bytes{$i} / disk_total_bytes{$i})", "free")));
    }

    private static Row health() {
        return Row.of(
                "Health",
                stat(
                        "Services up",
                        "short",
                        Thresholds.above(1),
                        "Processes that answer a scrape.",
                        of("sum(up{job=\"vedette\", $i})", "up")),
                stat(
                        "Canaries missing",
                        "short",
                        Thresholds.below(1),
                        "Partitions whose canary has not come through in time: articles there may raise no alert.",
                        of("sum(vedette_canary_missing{$i})", "partitions")),
                stat(
                        "Dead letters in an hour",
                        "short",
                        Thresholds.below(1, 100),
                        "Records that nobody could process.",
                        of("sum(increase(vedette_dead_letters_total{$i}[1h])) or vector(0)", "records")),
                stat(
                        "Deliveries parked",
                        "short",
                        Thresholds.below(1),
                        "Alerts that were given up on a channel.",
                        of("sum(vedette_deliveries_open{$i, status=\"parked\"}) or vector(0)", "deliveries")),
                stat(
                        "Sources not healthy",
                        "short",
                        Thresholds.below(1, 10),
                        "Sources that fail, are forbidden, gone, moved, parked, empty or silent.",
                        of(
                                "sum(max by (status) (vedette_sources_health{$i, status!~\"healthy|unknown|paused\"}))",
                                "sources")),
                stat(
                        "Applications not running",
                        "short",
                        Thresholds.below(1),
                        "Applications of Kafka Streams that start, rebalance, restore or have ended.",
                        of("count(kafka_stream_client_state{$l} != 2) or vector(0)", "applications")));
    }

    private static Row flow() {
        return Row.of(
                "Flow",
                graph(
                        "Articles",
                        "cps",
                        Thresholds.none(),
                        "Each way of an article counted: offered to ingest, refused, written; read by enrich, tagged, dropped as"
                                + " a repeat.",
                        of("sum(rate(vedette_articles_in_total{$i}[$__rate_interval]))", "offered"),
                        of("sum(rate(vedette_articles_rejected_total{$i}[$__rate_interval])) or vector(0)", "refused"),
                        of("sum(rate(vedette_articles_written_total{$i}[$__rate_interval]))", "written"),
                        of("sum(rate(vedette_enrich_in_total{$l}[$__rate_interval]))", "read by enrich"),
                        of("sum(rate(vedette_articles_enriched_total{$l}[$__rate_interval]))", "tagged"),
                        of("sum(rate(vedette_articles_repeated_total{$l}[$__rate_interval]))", "repeats")),
                graph(
                                "Alerts",
                                "short",
                                Thresholds.none(),
                                "Alerts per minute by severity.",
                                of(
                                        "sum by (severity) (rate(vedette_alerts_out_total{$i}[$__rate_interval])) * 60",
                                        "{{severity}}"))
                        .stackedUp(),
                graph(
                        "Lag by topic",
                        "short",
                        Thresholds.below(10_000),
                        "Records that wait to be read. A steady level is a reader's pace; one that grows is a reader that is too"
                                + " slow, stuck, or gone.",
                        of("sum by (application, topic) (" + LAG + ")", "{{application}}: {{topic}}")));
    }

    private static Row time() {
        return Row.of(
                "Time",
                graph(
                        "Time to alert",
                        "s",
                        Thresholds.below(1, 5),
                        "From the append of an article to the committed append of its alert.",
                        of(quantile(0.5, "vedette_time_to_alert_seconds", "$i"), "median"),
                        of(quantile(0.9, "vedette_time_to_alert_seconds", "$i"), "p90"),
                        of(quantile(0.99, "vedette_time_to_alert_seconds", "$i"), "p99")),
                graph(
                        "From publishing",
                        "s",
                        Thresholds.none(),
                        "From the outlet's own time of an article to its append, and to its alert.",
                        of(quantile(0.5, "vedette_time_outlet_to_append_seconds", "$l"), "append, median"),
                        of(quantile(0.9, "vedette_time_outlet_to_append_seconds", "$l"), "append, p90"),
                        of(quantile(0.5, "vedette_time_outlet_to_alert_seconds", "$i"), "alert, median"),
                        of(quantile(0.9, "vedette_time_outlet_to_alert_seconds", "$i"), "alert, p90")),
                graph(
                        "Canaries",
                        "s",
                        Thresholds.below(2, 10),
                        "How long a record takes that alerts sends through every partition: the pipeline's own pulse, also when"
                                + " there is no news.",
                        of(quantile(0.5, "vedette_canary_latency_seconds", "$i"), "median"),
                        of(quantile(0.99, "vedette_canary_latency_seconds", "$i"), "p99")));
    }

    private static Row trouble() {
        return Row.of(
                "Trouble",
                graph(
                        "Dead letters",
                        "short",
                        Thresholds.below(1),
                        "By service and by what went wrong, in five minutes.",
                        of(
                                "sum by (service, exception) (increase(vedette_dead_letters_total{$i}[5m]))",
                                "{{service}}: {{exception}}")),
                graph(
                        "Sources",
                        "short",
                        Thresholds.none(),
                        "Sources by how they do, and those that nobody polls.",
                        of("max by (status) (vedette_sources_health{$i})", "{{status}}"),
                        of("max(vedette_sources_overdue{$i})", "overdue")),
                graph(
                        "Heap",
                        "percentunit",
                        Thresholds.below(0.85, 0.95),
                        "Used share of the heap, by instance.",
                        of(
                                "sum by (instance) (jvm_memory_used_bytes{area=\"heap\", $i}) / sum by (instance)"
                                        + " (jvm_memory_max_bytes{area=\"heap\", $i} > 0)",
                                "{{instance}}")));
    }

    /** Over five minutes: alerts are rare. */
    static String quantile(double quantile, String histogram, String labels) {
        return "histogram_quantile(" + quantile + ", sum by (le) (rate(" + histogram + "_bucket{" + labels + "}[5m])))";
    }
}
