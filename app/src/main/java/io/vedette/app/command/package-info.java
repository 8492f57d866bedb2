/** One class for each command, and what they share. */
@NullMarked
package io.vedette.app.command;

import org.jspecify.annotations.NullMarked;
