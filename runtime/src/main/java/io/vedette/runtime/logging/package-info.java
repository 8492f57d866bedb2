/** How Vedette logs. */
@NullMarked
package io.vedette.runtime.logging;

import org.jspecify.annotations.NullMarked;
