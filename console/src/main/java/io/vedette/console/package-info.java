/** The page that an analyst keeps open, and how it is served.  Its source is in {@code src/main/typescript}. */
@NullMarked
package io.vedette.console;

import org.jspecify.annotations.NullMarked;
