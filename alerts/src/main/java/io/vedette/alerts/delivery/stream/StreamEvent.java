package io.vedette.alerts.delivery.stream;

/**
 * An alert on its way to the readers of the stream.
 *
 * @param json the alert as {@code alerts.json} has it
 * @param id how far somebody is who has seen it
 */
record StreamEvent(int partition, long offset, String watchId, String severity, String json, Position id) {}
