/** The dead letters: reading them, telling what they hold, and sending them once more to where they came from. */
@NullMarked
package io.vedette.runtime.deadletter;

import org.jspecify.annotations.NullMarked;
