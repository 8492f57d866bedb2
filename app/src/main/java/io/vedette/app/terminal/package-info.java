/** Where a command reads and writes, and how that looks. */
@NullMarked
package io.vedette.app.terminal;

import org.jspecify.annotations.NullMarked;
