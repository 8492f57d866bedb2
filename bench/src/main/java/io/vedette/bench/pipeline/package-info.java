/** How fast articles go through the topologies, and how soon alerts come out. */
@NullMarked
package io.vedette.bench.pipeline;

import org.jspecify.annotations.NullMarked;
