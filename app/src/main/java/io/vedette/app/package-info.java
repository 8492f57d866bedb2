/** The {@code vedette} command. */
@NullMarked
package io.vedette.app;

import org.jspecify.annotations.NullMarked;
