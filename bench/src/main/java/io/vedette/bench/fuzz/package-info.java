/** Texts that nobody writes, to find what the taggers can't bear. */
@NullMarked
package io.vedette.bench.fuzz;

import org.jspecify.annotations.NullMarked;
