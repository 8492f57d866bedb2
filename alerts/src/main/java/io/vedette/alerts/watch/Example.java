package io.vedette.alerts.watch;

import org.jspecify.annotations.Nullable;

/**
 * A text that a watch must match, or must not.
 *
 * @param title the headline; null for none
 * @param matches which of the two
 */
public record Example(@Nullable String title, String text, boolean matches) {}
