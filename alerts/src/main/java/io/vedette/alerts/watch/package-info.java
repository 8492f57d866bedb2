/** Watches as users write and keep them: in files, on the topic, and compiled, as articles are held against them. */
@NullMarked
package io.vedette.alerts.watch;

import org.jspecify.annotations.NullMarked;
