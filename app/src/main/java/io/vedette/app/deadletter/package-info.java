/** The dead letters: reading them, showing what they hold, and sending them once more to where they came from. */
@NullMarked
package io.vedette.app.deadletter;

import org.jspecify.annotations.NullMarked;
