/** Micro-benchmarks of single steps, with the Java Microbenchmark Harness. */
@NullMarked
package io.vedette.bench.stage;

import org.jspecify.annotations.NullMarked;
