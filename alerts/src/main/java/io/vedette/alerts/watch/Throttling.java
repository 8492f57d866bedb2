package io.vedette.alerts.watch;

import java.time.Duration;

/**
 * How many alerts a watch may raise.
 *
 * @param most so many, from 1
 * @param period in this time, which begins with an alert
 */
public record Throttling(int most, Duration period) {}
