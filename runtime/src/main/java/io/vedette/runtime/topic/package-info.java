/** What a process keeps in memory of a compacted topic. */
@NullMarked
package io.vedette.runtime.topic;

import org.jspecify.annotations.NullMarked;
