/** The data that Vedette comes with, as streams: gazetteers, lexicons, starter watches, seed articles. */
@NullMarked
package io.vedette.seeds;

import org.jspecify.annotations.NullMarked;
