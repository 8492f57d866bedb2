package io.vedette.e2e.dashboard;

import static io.vedette.e2e.dashboard.Panel.bars;
import static io.vedette.e2e.dashboard.Panel.graph;
import static io.vedette.e2e.dashboard.Panel.stat;
import static io.vedette.e2e.dashboard.Query.of;

import io.vedette.e2e.dashboard.Board.Row;
import java.util.List;

/** Watches, what they raise, what they hold back, and whether it arrives. */
final class AlertsBoard {

    private AlertsBoard() {}

    static Board make() {
        return new Board(
                "alerts",
                "Alerts",
                "Watches, what they match, what is raised and held back, what people say of it, and whether it is delivered.",
                List.of(Variable.INSTANCE),
                List.of(watches(), raised(), delivery(), reading()));
    }

    private static Row watches() {
        return Row.of(
                "Watches",
                stat(
                        "Watches",
                        "short",
                        Thresholds.none(),
                        "Watches in force.",
                        of("max(vedette_watches{$i})", "watches")),
                stat(
                        "Watches that make none",
                        "short",
                        Thresholds.below(1),
                        "Records on the topic of watches that can't be parsed.",
                        of("max(vedette_watches_invalid{$i})", "records")),
                stat(
                        "Rejected in a day",
                        "percentunit",
                        Thresholds.below(0.2, 0.5),
                        "Rejections for each alert: how often people said that an alert was wrong.",
                        of(
                                "sum(increase(vedette_feedback_total{$i, what=\"reject\"}[1d])) /"
                                        + " (sum(increase(vedette_alerts_out_total{$i}[1d])) > 0) or vector(0)",
                                "rejected")),
                stat(
                        "Held back in an hour",
                        "percentunit",
                        Thresholds.none(),
                        "Share of matches that raised no alert at once: repeats of a story, throttled, silenced, collected.",
                        of(
                                "sum(increase(vedette_alerts_suppressed_total{$i}[1h])) /"
                                        + " (sum(increase(vedette_alerts_suppressed_total{$i}[1h])) +"
                                        + " sum(increase(vedette_alerts_out_total{$i}[1h])))",
                                "held back")),
                stat(
                        "Late matches in an hour",
                        "short",
                        Thresholds.below(1, 100),
                        "Matches of queries over time that came when every window that they belong to was closed.",
                        of("sum(increase(vedette_matches_late_total{$i}[1h]))", "matches")),
                stat(
                        "Watches being filled",
                        "short",
                        Thresholds.below(10, 100),
                        "Watches that count over time and wait for the articles of the past.",
                        of("max(vedette_history_waiting{$i})", "watches")));
    }

    private static Row raised() {
        return Row.of(
                "Raised and held back",
                graph(
                        "Matching",
                        "cps",
                        Thresholds.none(),
                        "Articles held against the watches, and matches, before repeats and embargoes.",
                        of("sum(rate(vedette_articles_matched_total{$i}[$__rate_interval]))", "articles"),
                        of("sum(rate(vedette_matches_total{$i}[$__rate_interval]))", "matches"),
                        of("sum(rate(vedette_matches_without_story_total{$i}[$__rate_interval]))", "without a story")),
                graph(
                                "Alerts",
                                "cpm",
                                Thresholds.none(),
                                "Per minute, by severity.",
                                of(
                                        "sum by (severity) (rate(vedette_alerts_out_total{$i}[$__rate_interval])) * 60",
                                        "{{severity}}"))
                        .stackedUp(),
                graph(
                                "Held back",
                                "cpm",
                                Thresholds.none(),
                                "Per minute, by why: more of a story, embargo, silence, quiet hours, throttle, digest, budget.",
                                of(
                                        "sum by (reason) (rate(vedette_alerts_suppressed_total{$i}[$__rate_interval])) * 60",
                                        "{{reason}}"))
                        .stackedUp(),
                bars(
                        "Busiest watches today",
                        "short",
                        Thresholds.below(50, 200),
                        "The ten that raise or hold most. Nobody reads a hundred alerts a day: narrow the query, or throttle.",
                        of("topk(10, max by (watch) (vedette_watch_alerts_worst{$i}))", "{{watch}}")),
                graph(
                        "Alerts of a watch in a day",
                        "short",
                        Thresholds.below(50, 200),
                        "How many alerts watches have in a day, raised or held, over all watches; 0 until a day is over.",
                        of("max by (quantile) (vedette_watch_alerts{$i})", "quantile {{quantile}}")),
                graph(
                        "What people say",
                        "short",
                        Thresholds.none(),
                        "Acknowledged, rejected, silenced in five minutes.",
                        of("sum by (what) (increase(vedette_feedback_total{$i}[5m]))", "{{what}}")),
                graph(
                                "Time to alert",
                                "s",
                                Thresholds.below(1, 5),
                                "From the append of an article to the committed append of its alert.",
                                of(OverviewBoard.quantile(0.5, "vedette_time_to_alert_seconds", "$i"), "median"),
                                of(OverviewBoard.quantile(0.99, "vedette_time_to_alert_seconds", "$i"), "p99"))
                        .wide(12),
                graph(
                                "Canaries",
                                "short",
                                Thresholds.below(1),
                                "Partitions whose canary is missing, and heartbeats per second, which close windows when there is"
                                        + " no news.",
                                of("sum(vedette_canary_missing{$i})", "missing"),
                                of("sum(rate(vedette_heartbeats_total{$i}[$__rate_interval]))", "heartbeats"))
                        .wide(12));
    }

    private static Row delivery() {
        return Row.of(
                "Delivery",
                graph(
                                "Attempts",
                                "cpm",
                                Thresholds.none(),
                                "Per minute, by channel and outcome.",
                                of(
                                        "sum by (channel, outcome) (rate(vedette_deliveries_total{$i}[$__rate_interval])) * 60",
                                        "{{channel}}: {{outcome}}"))
                        .stackedUp(),
                graph(
                        "Failing attempts",
                        "percentunit",
                        Thresholds.below(0.05, 0.5),
                        "Share of attempts that did not arrive, by channel.",
                        of(
                                "1 - sum by (channel) (rate(vedette_deliveries_total{$i, outcome=\"delivered\"}[5m])) / (sum by"
                                        + " (channel) (rate(vedette_deliveries_total{$i}[5m])) > 0)",
                                "{{channel}}")),
                graph(
                        "Open",
                        "short",
                        Thresholds.below(100, 1_000),
                        "What is still to be delivered, pending or parked.",
                        of("sum by (channel, status) (vedette_deliveries_open{$i})", "{{channel}}: {{status}}")),
                graph(
                                "How long receivers take",
                                "s",
                                Thresholds.below(2, 10),
                                "Mean and longest, by channel.",
                                of(
                                        "sum by (channel) (rate(vedette_delivery_time_seconds_sum{$i}[5m])) / (sum by (channel)"
                                                + " (rate(vedette_delivery_time_seconds_count{$i}[5m])) > 0)",
                                        "{{channel}}: mean"),
                                of("max by (channel) (vedette_delivery_time_seconds_max{$i})", "{{channel}}: longest"))
                        .wide(12),
                graph(
                                "Readers of the stream",
                                "short",
                                Thresholds.none(),
                                "Readers of server-sent events, and those dropped in five minutes because they read too slowly.",
                                of("sum(vedette_stream_clients{$i})", "readers"),
                                of("sum(increase(vedette_stream_dropped_total{$i}[5m]))", "dropped"))
                        .wide(12));
    }

    private static Row reading() {
        return Row.of(
                "History and view",
                graph(
                        "Filling new watches",
                        "cps",
                        Thresholds.none(),
                        "Retained articles that are held against new watches that count over time, and readings that failed.",
                        of("sum(rate(vedette_history_articles_total{$i}[$__rate_interval]))", "articles"),
                        of("sum(rate(vedette_history_matches_total{$i}[$__rate_interval]))", "matches"),
                        of("sum(rate(vedette_history_failures_total{$i}[$__rate_interval]))", "failures")),
                graph(
                        "Longest reading of the past",
                        "s",
                        Thresholds.below(60, 600),
                        "One reading of the retained articles.",
                        of("max(vedette_history_time_seconds_max{$i})", "longest")),
                graph(
                        "The view that the API searches",
                        "short",
                        Thresholds.none(),
                        "Alerts and articles in it, by instance, and records that it had to leave out.",
                        of("sum by (instance) (vedette_view_documents{$i})", "{{instance}}"),
                        of("sum(vedette_view_unreadable_total{$i})", "left out")));
    }
}
