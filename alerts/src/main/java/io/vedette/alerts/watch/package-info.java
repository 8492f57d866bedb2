/** Watches as users write and keep them: in files, on the topic, and as the snapshot that articles are held against. */
@NullMarked
package io.vedette.alerts.watch;

import org.jspecify.annotations.NullMarked;
