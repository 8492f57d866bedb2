package io.vedette.e2e.dashboard;

import static io.vedette.e2e.dashboard.Panel.graph;
import static io.vedette.e2e.dashboard.Panel.stat;
import static io.vedette.e2e.dashboard.Query.of;

import io.vedette.e2e.dashboard.Board.Row;
import java.util.List;

/** The processes themselves. */
final class JvmBoard {

    private JvmBoard() {}

    static Board make() {
        return new Board(
                "jvm",
                "JVM",
                "Memory, collections, threads and processors of each process.",
                List.of(Variable.INSTANCE),
                List.of(processes(), memory(), work()));
    }

    private static Row processes() {
        return Row.of(
                "Processes",
                stat(
                                "Up for",
                                "s",
                                Thresholds.above(300, 60),
                                "The process that started last.",
                                of("min(process_uptime_seconds{$i})", "uptime"))
                        .wide(6),
                stat(
                                "Versions",
                                "short",
                                Thresholds.below(2),
                                "How many versions of Vedette run; more than one only while they are being replaced.",
                                of("count(count by (version) (vedette_build{$i}))", "versions"))
                        .wide(6),
                stat(
                                "Processors busy, most",
                                "percentunit",
                                Thresholds.below(0.8, 0.95),
                                "Share of its processors that the busiest process uses.",
                                of("max(process_cpu_usage{$i})", "busy"))
                        .wide(6),
                stat(
                                "Time in collections, most",
                                "percentunit",
                                Thresholds.below(0.05, 0.2),
                                "Share of time that a process stands still for its heap.",
                                of("max(sum by (instance) (rate(jvm_gc_pause_seconds_sum{$i}[5m])))", "collecting"))
                        .wide(6));
    }

    private static Row memory() {
        return Row.of(
                "Memory",
                graph(
                        "Heap",
                        "bytes",
                        Thresholds.none(),
                        "Used, and the most that there may be, by instance.",
                        of("sum by (instance) (jvm_memory_used_bytes{$i, area=\"heap\"})", "{{instance}}: used"),
                        of("sum by (instance) (jvm_memory_max_bytes{$i, area=\"heap\"} > 0)", "{{instance}}: most")),
                graph(
                        "Heap after collections",
                        "percentunit",
                        Thresholds.below(0.7, 0.9),
                        "What is really in use: the gazetteer, watches, caches. If it climbs for days, something leaks.",
                        of(
                                "sum by (instance) (jvm_gc_live_data_size_bytes{$i}) / sum by (instance)"
                                        + " (jvm_gc_max_data_size_bytes{$i} > 0)",
                                "{{instance}}")),
                graph(
                        "Outside the heap",
                        "bytes",
                        Thresholds.none(),
                        "Classes, compiled code, buffers; RocksDB's memory is on the board of Kafka Streams.",
                        of(
                                "sum by (instance) (jvm_memory_used_bytes{$i, area=\"nonheap\"})",
                                "{{instance}}: classes and code"),
                        of("sum by (instance) (jvm_buffer_memory_used_bytes{$i})", "{{instance}}: buffers")),
                graph(
                        "Allocated",
                        "Bps",
                        Thresholds.none(),
                        "Bytes of new objects, by instance.",
                        of(
                                "sum by (instance) (rate(jvm_gc_memory_allocated_bytes_total{$i}[$__rate_interval]))",
                                "{{instance}}")),
                graph(
                        "Time in collections",
                        "percentunit",
                        Thresholds.below(0.05, 0.2),
                        "Share of time that a process stands still for its heap.",
                        of(
                                "sum by (instance, action) (rate(jvm_gc_pause_seconds_sum{$i}[$__rate_interval]))",
                                "{{instance}}: {{action}}")),
                graph(
                        "Longest collection",
                        "s",
                        Thresholds.below(0.5, 2),
                        "An alert waits for it; ten seconds end a session with the broker.",
                        of("max by (instance) (jvm_gc_pause_seconds_max{$i})", "{{instance}}")));
    }

    private static Row work() {
        return Row.of(
                "Work",
                graph(
                        "Processors",
                        "percentunit",
                        Thresholds.below(0.95),
                        "Share in use: by the process, and on its machine.",
                        of("process_cpu_usage{$i}", "{{instance}}: process"),
                        of("system_cpu_usage{$i}", "{{instance}}: machine")),
                graph(
                        "Load",
                        "short",
                        Thresholds.none(),
                        "Of the machine in a minute, and how many processors it has.",
                        of("system_load_average_1m{$i}", "{{instance}}: load"),
                        of("system_cpu_count{$i}", "{{instance}}: processors")),
                graph(
                        "Threads",
                        "short",
                        Thresholds.below(500, 2_000),
                        "By instance and state.",
                        of("sum by (instance, state) (jvm_threads_states_threads{$i})", "{{instance}}: {{state}}")),
                graph(
                                "Classes",
                                "short",
                                Thresholds.none(),
                                "Loaded, by instance.",
                                of("jvm_classes_loaded_classes{$i}", "{{instance}}"))
                        .wide(24));
    }
}
