/**
 * The brief for the hand-over of a shift: what the alerts of some hours tell, by place and time, with who says so; as data, as
 * Markdown and as a page to print.  Nothing here asks anybody for anything.
 */
@NullMarked
package io.vedette.alerts.brief;

import org.jspecify.annotations.NullMarked;
