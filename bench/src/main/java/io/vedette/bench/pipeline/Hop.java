package io.vedette.bench.pipeline;

/** The ways that an article's records take, in their order, each up to when a reader of committed records sees it. */
enum Hop {
    APPEND("due to append: load generator and broker"),
    ENRICH("append to enriched: tagging"),
    STORY("enriched to story: the assigner, in its order"),
    MATCH("story to match: held against watches, sent to its watch's partition"),
    ALERT("match to alert: once per story, hold");

    private final String title;

    Hop(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
