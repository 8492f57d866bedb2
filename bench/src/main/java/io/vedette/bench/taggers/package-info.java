/** How fast articles are tagged by one thread, stage by stage, beside what else there is. */
@NullMarked
package io.vedette.bench.taggers;

import org.jspecify.annotations.NullMarked;
