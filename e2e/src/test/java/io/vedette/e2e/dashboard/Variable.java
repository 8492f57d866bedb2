package io.vedette.e2e.dashboard;

/** What the reader of a dashboard chooses by. */
enum Variable {
    /** Which process, as Prometheus calls it. */
    INSTANCE("instance", "Instance", "label_values(up{job=\"vedette\"}, instance)"),
    /** News, or what is filled in later; what has no lane is of neither. */
    LANE("lane", "Lane", "label_values(vedette_enrich_in_total, lane)"),
    /** Which application of Kafka Streams. */
    APPLICATION("application", "Application", "label_values(kafka_stream_client_state, application)");

    final String key;
    final String label;
    final String query;

    Variable(String key, String label, String query) {
        this.key = key;
        this.label = label;
        this.query = query;
    }
}
