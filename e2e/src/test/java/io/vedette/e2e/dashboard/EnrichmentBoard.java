package io.vedette.e2e.dashboard;

import static io.vedette.e2e.dashboard.Panel.bars;
import static io.vedette.e2e.dashboard.Panel.graph;
import static io.vedette.e2e.dashboard.Query.of;

import io.vedette.e2e.dashboard.Board.Row;
import java.util.List;

/** What is read out of articles, and what that costs. */
final class EnrichmentBoard {

    private static final String TAGGED = "sum(rate(vedette_articles_enriched_total{$l}[$__rate_interval]))";

    private EnrichmentBoard() {}

    static Board make() {
        return new Board(
                "enrichment",
                "Enrichment",
                "What becomes of articles in enrich: repeats, revisions, mentions, claims, stories, and the time of each step.",
                List.of(Variable.INSTANCE, Variable.LANE),
                List.of(articles(), steps(), tags(), stories()));
    }

    private static Row articles() {
        return Row.of(
                "Articles",
                graph(
                        "Read, tagged, dropped",
                        "cps",
                        Thresholds.none(),
                        "By lane. Over a long time without failures, what is read is the sum of tagged, repeats and dead letters.",
                        of("sum by (lane) (rate(vedette_enrich_in_total{$l}[$__rate_interval]))", "{{lane}}: read"),
                        of(
                                "sum by (lane) (rate(vedette_articles_enriched_total{$l}[$__rate_interval]))",
                                "{{lane}}: tagged"),
                        of(
                                "sum by (lane) (rate(vedette_articles_repeated_total{$l}[$__rate_interval]))",
                                "{{lane}}: repeats")),
                graph(
                        "Revisions",
                        "cpm",
                        Thresholds.none(),
                        "Articles per minute that went out before and changed since, by what changed.",
                        of(
                                "sum by (changed) (rate(vedette_articles_revised_total{$l}[$__rate_interval])) * 60 or vector(0)",
                                "{{changed}}")),
                graph(
                        "Lag",
                        "short",
                        Thresholds.below(10_000),
                        "Articles that wait to be tagged, with what waits between enrich's own steps.",
                        of(
                                "sum by (application, topic) ("
                                        + OverviewBoard.LAG.replace("$l", "$l, application=~\".*enrich.*\"") + ")",
                                "{{application}}: {{topic}}")));
    }

    private static Row steps() {
        return Row.of(
                "Steps",
                graph(
                        "Time of a step, mean",
                        "s",
                        Thresholds.none(),
                        "For one article: to accept it, tag it, fit it into a record, put it into a story; to match it against"
                                + " all watches.",
                        of(
                                "sum by (service, stage) (rate(vedette_stage_seconds_sum{$i}[5m])) / sum by (service, stage)"
                                        + " (rate(vedette_stage_seconds_count{$i}[5m]))",
                                "{{service}}: {{stage}}")),
                graph(
                        "Time of a step, p99",
                        "s",
                        Thresholds.below(0.25, 1),
                        "What the slowest article in a hundred takes; long texts and pages full of names take most.",
                        of(
                                "histogram_quantile(0.99, sum by (le, service, stage)"
                                        + " (rate(vedette_stage_seconds_bucket{$i}[5m])))",
                                "{{service}}: {{stage}}")),
                graph(
                                "Processors at work",
                                "short",
                                Thresholds.none(),
                                "How many processors each step keeps busy.",
                                of(
                                        "sum by (service, stage) (rate(vedette_stage_seconds_sum{$i}[$__rate_interval]))",
                                        "{{service}}: {{stage}}"))
                        .stackedUp(),
                graph(
                                "Dead letters",
                                "short",
                                Thresholds.below(1),
                                "Records that could not be processed, by service and by what went wrong, in five minutes.",
                                of(
                                        "sum by (service, exception) (increase(vedette_dead_letters_total{$i}[5m]))",
                                        "{{service}}: {{exception}}"))
                        .wide(12),
                graph(
                                "Records that shed something",
                                "cpm",
                                Thresholds.below(1),
                                "Per minute: their claims, mentions or explanations did not fit into a record.",
                                of(
                                        "sum by (service, shed) (rate(vedette_records_truncated_total{$i}[$__rate_interval])) * 60",
                                        "{{service}}: {{shed}}"))
                        .wide(12));
    }

    private static Row tags() {
        return Row.of(
                "Mentions and claims",
                graph(
                                "Mentions by type",
                                "cps",
                                Thresholds.none(),
                                "Actors, places and whatever else was tagged.",
                                of("sum by (type) (rate(vedette_mentions_total{$l}[$__rate_interval]))", "{{type}}"))
                        .stackedUp(),
                graph(
                                "Claims by type",
                                "cps",
                                Thresholds.none(),
                                "What articles report.",
                                of("sum by (type) (rate(vedette_claims_total{$l}[$__rate_interval]))", "{{type}}"))
                        .stackedUp(),
                graph(
                        "For each article",
                        "short",
                        Thresholds.none(),
                        "A sudden change says that texts have changed, such as teasers instead of articles, or the gazetteer.",
                        of("sum(rate(vedette_mentions_total{$l}[$__rate_interval])) / " + TAGGED, "mentions"),
                        of("sum(rate(vedette_claims_total{$l}[$__rate_interval])) / " + TAGGED, "claims")),
                bars(
                                "Mentions in an hour",
                                "short",
                                Thresholds.none(),
                                "The ten types that were tagged most.",
                                of("topk(10, sum by (type) (increase(vedette_mentions_total{$l}[1h])))", "{{type}}"))
                        .wide(12),
                bars(
                                "Claims in an hour",
                                "short",
                                Thresholds.none(),
                                "The ten types that were found most.",
                                of("topk(10, sum by (type) (increase(vedette_claims_total{$l}[1h])))", "{{type}}"))
                        .wide(12));
    }

    private static Row stories() {
        return Row.of(
                "Stories",
                graph(
                                "Articles in stories",
                                "cps",
                                Thresholds.none(),
                                "Articles that begin a story, join one with a text of their own, or copy one.",
                                of("sum(rate(vedette_stories_begun_total{$i}[$__rate_interval]))", "begin"),
                                of(
                                        "sum by (text) (rate(vedette_stories_joined_total{$i}[$__rate_interval]))",
                                        "join: {{text}}"))
                        .stackedUp(),
                graph(
                        "Open stories",
                        "short",
                        Thresholds.none(),
                        "Stories that may take another article; one instance assigns them.",
                        of("max(vedette_stories_open{$i})", "stories")),
                graph(
                        "From publishing to the append",
                        "s",
                        Thresholds.none(),
                        "How old articles are when they come in, by lane.",
                        of(
                                "histogram_quantile(0.5, sum by (le, lane)"
                                        + " (rate(vedette_time_outlet_to_append_seconds_bucket{$l}[5m])))",
                                "{{lane}}: median"),
                        of(
                                "histogram_quantile(0.9, sum by (le, lane)"
                                        + " (rate(vedette_time_outlet_to_append_seconds_bucket{$l}[5m])))",
                                "{{lane}}: p90")));
    }
}
