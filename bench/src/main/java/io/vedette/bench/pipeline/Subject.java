package io.vedette.bench.pipeline;

/** What is measured, the limit first. */
enum Subject {
    DECODE_AND_ENCODE("decode and encode"),
    ENRICH("enrichment topology"),
    WHOLE("enrichment and alerting");

    private final String title;

    Subject(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
