package io.vedette.bench.taggers;

/** The steps of tagging an article, in their order. */
enum Stage {
    TOKENS("tokens and sentences"),
    LANGUAGE("language"),
    MENTIONS("actors and places"),
    CLAIMS("claims");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
