/**
 * What watches ask of many articles: how many in an hour, the first in a month, none for a day, two sources that disagree.
 *
 * <p>Every operator is a state machine over the matches of one watch, without clock or thread.  Which alerts it raises
 * does not depend on how the partitions that matches come from interleave, only on the order within each.
 */
@NullMarked
package io.vedette.alerts.overtime;

import org.jspecify.annotations.NullMarked;
