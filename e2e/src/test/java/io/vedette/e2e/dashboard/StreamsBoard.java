package io.vedette.e2e.dashboard;

import static io.vedette.e2e.dashboard.Panel.graph;
import static io.vedette.e2e.dashboard.Panel.stat;
import static io.vedette.e2e.dashboard.Panel.states;
import static io.vedette.e2e.dashboard.Query.of;

import io.vedette.e2e.dashboard.Board.Row;
import io.vedette.e2e.dashboard.Panel.Name;
import java.util.List;
import java.util.Map;

/** Kafka Streams from inside: lag, tasks, restoring, commits, state. */
final class StreamsBoard {

    private static final String LAG = OverviewBoard.LAG.replace("$l", "$a");
    private static final String RESTORE_LAG = LAG.replace("client_id!~", "client_id=~");

    private StreamsBoard() {}

    static Board make() {
        return new Board(
                "streams",
                "Kafka Streams",
                "What each application of Kafka Streams does: lag, restoring, commits, share of time, RocksDB.",
                List.of(Variable.INSTANCE, Variable.LANE, Variable.APPLICATION),
                List.of(state(), input(), threads(), commits(), restoring(), stores()));
    }

    private static Row state() {
        return Row.of(
                "State",
                states(
                                "Applications",
                                Map.of(
                                        0, new Name("created", "blue"),
                                        1, new Name("rebalancing", "orange"),
                                        2, new Name("running", "green"),
                                        3, new Name("closing", "purple"),
                                        4, new Name("closed", "purple"),
                                        5, new Name("failing", "red"),
                                        6, new Name("failed", "red")),
                                "What each instance of each application does. Rebalancing contains restoring: minutes are normal"
                                        + " after a disk was lost, not after a restart.",
                                of("kafka_stream_client_state{$a}", "{{application}} on {{instance}}"))
                        .wide(16),
                stat(
                        "Threads alive",
                        "short",
                        Thresholds.above(1),
                        "Stream threads that work.",
                        of("sum(kafka_stream_alive_stream_threads{$a})", "threads")),
                stat(
                        "Threads failed in an hour",
                        "short",
                        Thresholds.below(1, 10),
                        "Threads that ended and were replaced; the log says why.",
                        of("sum(increase(kafka_stream_failed_stream_threads_total{$a}[1h]))", "threads")));
    }

    private static Row input() {
        return Row.of(
                "Input",
                graph(
                        "Lag by topic",
                        "short",
                        Thresholds.below(10_000),
                        "Records that wait to be read.",
                        of("sum by (application, topic) (" + LAG + ")", "{{application}}: {{topic}}")),
                graph(
                        "Lag of the worst partition",
                        "short",
                        Thresholds.below(5_000),
                        "One partition far above the others: a key that too many records have, or a thread that hangs.",
                        of("max by (application, topic) (" + LAG + ")", "{{application}}: {{topic}}")),
                graph(
                        "Records read",
                        "cps",
                        Thresholds.none(),
                        "By application and topic.",
                        of(
                                "sum by (application, topic) (rate(kafka_stream_topic_records_consumed_total{$a}[$__rate_interval]))",
                                "{{application}}: {{topic}}")),
                graph(
                                "Records written",
                                "cps",
                                Thresholds.none(),
                                "By application and topic.",
                                of(
                                        "sum by (application, topic)"
                                                + " (rate(kafka_stream_topic_records_produced_total{$a}[$__rate_interval]))",
                                        "{{application}}: {{topic}}"))
                        .wide(12),
                graph(
                                "Rebalances",
                                "short",
                                Thresholds.below(3, 10),
                                "In an hour, by application. A few at each deployment; without one, instances come and go, or poll"
                                        + " too seldom.",
                                of(
                                        "max by (application) (kafka_consumer_coordinator_rebalance_rate_per_hour{$a})",
                                        "{{application}}"))
                        .wide(12));
    }

    private static Row threads() {
        return Row.of(
                "What threads do",
                graph(
                        "Share of time",
                        "percentunit",
                        Thresholds.none(),
                        "Mean over the threads: processing, waiting for records (poll), committing. Little waiting"
                                + " means no reserve; much committing means a slow broker.",
                        of(ratio("process"), "{{application}}: process"),
                        of(ratio("poll"), "{{application}}: poll"),
                        of(ratio("commit"), "{{application}}: commit")),
                graph(
                        "Time to process",
                        "s",
                        Thresholds.below(1),
                        "One round of records, mean and longest by thread.",
                        of(
                                "max by (application) (kafka_stream_thread_process_latency_avg{$a}) / 1000",
                                "{{application}}: mean"),
                        of(
                                "max by (application) (kafka_stream_thread_process_latency_max{$a}) / 1000",
                                "{{application}}: longest")),
                graph(
                        "Time to poll",
                        "s",
                        Thresholds.below(10),
                        "Waiting for records, which is no harm, and taking over partitions, which is. Longest by thread.",
                        of(
                                "max by (application) (kafka_stream_thread_poll_latency_max{$a}) / 1000",
                                "{{application}}: longest")),
                graph(
                                "Since the last poll",
                                "s",
                                Thresholds.below(60, 240),
                                "The thread that has polled least lately. At max.poll.interval.ms (5 minutes) the group gives its"
                                        + " partitions to others.",
                                of(
                                        "max by (application) (kafka_consumer_last_poll_seconds_ago{$a,"
                                                + " client_id!~\".*restore-consumer\"})",
                                        "{{application}}"))
                        .wide(12),
                graph(
                                "Records dropped",
                                "cpm",
                                Thresholds.below(1),
                                "Per minute: too late for their window, or without a key. They are not dead letters.",
                                of(
                                        "sum by (application)"
                                                + " (rate(kafka_stream_task_dropped_records_total{$a}[$__rate_interval])) * 60",
                                        "{{application}}"))
                        .wide(12));
    }

    private static String ratio(String of) {
        return "avg by (application) (kafka_stream_thread_" + of + "_ratio{$a})";
    }

    private static Row commits() {
        return Row.of(
                "Commits",
                graph(
                        "Commits",
                        "cps",
                        Thresholds.none(),
                        "Commits per second by application; with exactly-once each is a transaction.",
                        of(
                                "sum by (application) (rate(kafka_stream_thread_commit_total{$a}[$__rate_interval]))",
                                "{{application}}")),
                graph(
                        "Time to commit",
                        "s",
                        Thresholds.below(0.5, 5),
                        "What readers of committed records wait for on top of the commit interval.",
                        of(
                                "max by (application) (kafka_stream_thread_commit_latency_avg{$a}) / 1000",
                                "{{application}}: mean"),
                        of(
                                "max by (application) (kafka_stream_thread_commit_latency_max{$a}) / 1000",
                                "{{application}}: longest")),
                graph(
                        "Records that failed to be sent",
                        "cpm",
                        Thresholds.below(1),
                        "Per minute, and those sent again: the broker was slow, away, or refused them.",
                        of(
                                "sum by (application) (rate(kafka_producer_record_error_total{$a}[$__rate_interval])) * 60",
                                "{{application}}: failed"),
                        of(
                                "sum by (application) (rate(kafka_producer_record_retry_total{$a}[$__rate_interval])) * 60",
                                "{{application}}: again")));
    }

    private static Row restoring() {
        return Row.of(
                "Restoring",
                graph(
                        "Tasks that restore",
                        "short",
                        Thresholds.below(1),
                        "Active tasks whose state is read from its changelog; they process nothing until it is whole.",
                        of(
                                "sum by (application) (kafka_stream_state_updater_active_restoring_tasks{$a})",
                                "{{application}}: active"),
                        of(
                                "sum by (application) (kafka_stream_state_updater_standby_updating_tasks{$a})",
                                "{{application}}: standby")),
                graph(
                        "Records restored",
                        "cps",
                        Thresholds.none(),
                        "Read back from changelogs, by application.",
                        of(
                                "sum by (application) (kafka_stream_state_updater_restore_records_rate{$a})",
                                "{{application}}")),
                graph(
                        "Records left to restore",
                        "short",
                        Thresholds.below(1_000_000),
                        "With the rate beside it: how long it will take.",
                        of(
                                "sum by (application) (kafka_stream_task_restore_remaining_records_total{$a})",
                                "{{application}}: active"),
                        of("sum by (application) (" + RESTORE_LAG + ") or vector(0)", "{{application}}: lag")));
    }

    private static Row stores() {
        return Row.of(
                "State on disk",
                graph(
                        "Size of stores",
                        "bytes",
                        Thresholds.none(),
                        "RocksDB's files, by application and store.",
                        of(
                                "sum by (application, rocksdb_state_id, rocksdb_window_state_id)"
                                        + " (kafka_stream_state_total_sst_files_size{$a})",
                                "{{application}}: {{rocksdb_state_id}}{{rocksdb_window_state_id}}")),
                graph(
                        "Keys",
                        "short",
                        Thresholds.none(),
                        "As RocksDB estimates them.",
                        of(
                                "sum by (application, rocksdb_state_id, rocksdb_window_state_id)"
                                        + " (kafka_stream_state_estimate_num_keys{$a})",
                                "{{application}}: {{rocksdb_state_id}}{{rocksdb_window_state_id}}")),
                graph(
                                "Memory of RocksDB",
                                "bytes",
                                Thresholds.none(),
                                "Outside the heap: what is yet to be written, cached blocks, indexes and filters.",
                                of("sum(kafka_stream_state_size_all_mem_tables{$a})", "mem tables"),
                                of("sum(kafka_stream_state_block_cache_usage{$a})", "block caches"),
                                of("sum(kafka_stream_state_estimate_table_readers_mem{$a})", "indexes and filters"))
                        .stackedUp(),
                graph(
                        "To be compacted",
                        "bytes",
                        Thresholds.below(1_000_000_000),
                        "If it only grows, the disk is too slow, and writes will stall.",
                        of(
                                "sum by (application) (kafka_stream_state_estimate_pending_compaction_bytes{$a})",
                                "{{application}}")),
                graph(
                        "RocksDB at work",
                        "short",
                        Thresholds.none(),
                        "Compactions and flushes that run, and errors in the background, which must be none.",
                        of("sum(kafka_stream_state_num_running_compactions{$a})", "compactions"),
                        of("sum(kafka_stream_state_num_running_flushes{$a})", "flushes"),
                        of("sum(kafka_stream_state_background_errors{$a})", "errors")),
                graph(
                        "Free disk",
                        "percentunit",
                        Thresholds.above(0.2, 0.1),
                        "Of the disks that have state on them, by instance.",
                        of(
                                "min by (instance, path) (disk_free_bytes{$i} / disk_total_bytes{$i})",
                                "{{instance}}: {{path}}")));
    }
}
