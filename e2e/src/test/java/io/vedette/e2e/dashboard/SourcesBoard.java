package io.vedette.e2e.dashboard;

import static io.vedette.e2e.dashboard.Panel.graph;
import static io.vedette.e2e.dashboard.Panel.stat;
import static io.vedette.e2e.dashboard.Query.of;

import io.vedette.e2e.dashboard.Board.Row;
import java.util.List;

/** How articles get in, and how their sources do. */
final class SourcesBoard {

    private SourcesBoard() {}

    static Board make() {
        return new Board(
                "sources",
                "Sources",
                "How articles get in: sources and their health, polls, the web, what is refused, what is kept as evidence.",
                List.of(Variable.INSTANCE),
                List.of(health(), polls(), web(), articles()));
    }

    private static Row health() {
        return Row.of(
                "Health",
                stat(
                        "Sources",
                        "short",
                        Thresholds.none(),
                        "Sources that are defined, polled or not.",
                        of("max(vedette_sources{$i})", "sources")),
                stat(
                        "Polled",
                        "short",
                        Thresholds.none(),
                        "Sources that the instances share among them.",
                        of("sum(vedette_sources_polled{$i})", "sources")),
                stat(
                        "Silent",
                        "short",
                        Thresholds.below(1, 10),
                        "Sources that answer as ever, but have had nothing new for much longer than they used to.",
                        of("max(vedette_sources_health{$i, status=\"silent\"})", "sources")),
                stat(
                        "Overdue",
                        "short",
                        Thresholds.below(1),
                        "Enabled sources that nobody polls.",
                        of("max(vedette_sources_overdue{$i})", "sources")),
                stat(
                        "Since any source answered",
                        "s",
                        Thresholds.below(600, 3600),
                        "If it grows, ingest is cut off from the web.",
                        of("min(vedette_sources_last_success{$i})", "ago")),
                stat(
                        "Records that make no source",
                        "short",
                        Thresholds.below(1),
                        "Sources in the topic whose newest record can't be used.",
                        of("max(vedette_sources_invalid{$i})", "sources")),
                graph(
                                "Sources by health",
                                "short",
                                Thresholds.none(),
                                "Healthy, paused, or what is wrong; docs/sources.md says what each means.",
                                of("max by (status) (vedette_sources_health{$i})", "{{status}}"))
                        .stackedUp()
                        .wide(12),
                graph(
                                "Unhealthy share",
                                "percentunit",
                                Thresholds.below(0.1, 0.33),
                                "Sources that fail, are forbidden, gone, moved, parked, empty or silent, of those that are not"
                                        + " paused. Many at once are our network, not theirs.",
                                of(
                                        "sum(max by (status) (vedette_sources_health{$i,"
                                                + " status!~\"healthy|unknown|paused\"})) / (sum(max by (status)"
                                                + " (vedette_sources_health{$i, status!=\"paused\"})) > 0)",
                                        "unhealthy"))
                        .wide(12));
    }

    private static Row polls() {
        return Row.of(
                "Polls",
                graph(
                                "Polls",
                                "cpm",
                                Thresholds.none(),
                                "Per minute, by how they ended.",
                                of(
                                        "sum by (outcome) (rate(vedette_source_polls_total{$i}[$__rate_interval])) * 60",
                                        "{{outcome}}"))
                        .stackedUp(),
                graph(
                        "Begun late",
                        "s",
                        Thresholds.below(60, 600),
                        "How long after they were due polls began; grows when ingest.polling.threads do not suffice.",
                        of(
                                "sum(rate(vedette_source_polls_late_seconds_sum{$i}[5m])) /"
                                        + " sum(rate(vedette_source_polls_late_seconds_count{$i}[5m]))",
                                "mean"),
                        of("max(vedette_source_polls_late_seconds_max{$i})", "longest")),
                graph(
                        "Under way",
                        "short",
                        Thresholds.none(),
                        "Polls that run, and requests that run or wait for their turn at a host.",
                        of("sum(vedette_source_polls_running{$i})", "polls"),
                        of("sum(vedette_web_waiting{$i})", "requests")));
    }

    private static Row web() {
        return Row.of(
                "The web",
                graph(
                                "Documents",
                                "cpm",
                                Thresholds.none(),
                                "Documents that the web was asked for, per minute, by outcome.",
                                of(
                                        "sum by (outcome) (rate(vedette_web_documents_total{$i}[$__rate_interval])) * 60",
                                        "{{outcome}}"))
                        .stackedUp(),
                graph(
                        "Time of a request",
                        "s",
                        Thresholds.below(5, 20),
                        "Mean and longest, those for robots.txt included.",
                        of(
                                "sum(rate(vedette_web_time_seconds_sum{$i}[5m])) / sum(rate(vedette_web_time_seconds_count{$i}[5m]))",
                                "mean"),
                        of("max(vedette_web_time_seconds_max{$i})", "longest")),
                graph(
                        "Bytes",
                        "Bps",
                        Thresholds.none(),
                        "Of answers, as they came.",
                        of("sum(rate(vedette_web_bytes_total{$i}[$__rate_interval]))", "received")));
    }

    private static Row articles() {
        return Row.of(
                "Articles",
                graph(
                                "Offered",
                                "cps",
                                Thresholds.none(),
                                "Articles by the way that they come in.",
                                of(
                                        "sum by (source) (rate(vedette_articles_in_total{$i}[$__rate_interval]))",
                                        "{{source}}"))
                        .stackedUp(),
                graph(
                                "Refused",
                                "cpm",
                                Thresholds.below(60),
                                "Per minute, by reason.",
                                of(
                                        "sum by (reason) (rate(vedette_articles_rejected_total{$i}[$__rate_interval])) * 60",
                                        "{{reason}}"))
                        .stackedUp(),
                graph(
                        "Waiting for Kafka",
                        "short",
                        Thresholds.below(1_000, 10_000),
                        "Articles in memory, by instance; when there are too many, whoever sends is asked to wait.",
                        of("sum by (instance) (vedette_ingest_buffer{$i})", "{{instance}}")),
                graph(
                                "Evidence on disk",
                                "bytes",
                                Thresholds.none(),
                                "Web archives of what was fetched, by instance.",
                                of("sum by (instance) (vedette_evidence_bytes{$i})", "{{instance}}"))
                        .wide(12),
                graph(
                                "Evidence kept",
                                "cpm",
                                Thresholds.none(),
                                "Answers per minute that were to be kept: kept, not for want of room, not for a failure.",
                                of(
                                        "sum by (outcome) (rate(vedette_evidence_answers_total{$i}[$__rate_interval])) * 60",
                                        "{{outcome}}"))
                        .wide(12));
    }
}
