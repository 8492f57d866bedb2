package io.vedette.bench.pipeline;

/**
 * One run.
 *
 * @param articlesPerSecond from the first output that a reader of committed records saw to the last
 * @param heapBytes what was live afterwards
 */
record Throughput(double articlesPerSecond, long heapBytes) {}
