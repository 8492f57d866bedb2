package io.vedette.alerts.feed;

/** The formats of feeds. */
enum FeedFormat {
    ATOM("atom_1.0", "application/atom+xml", "feed.atom"),
    RSS("rss_2.0", "application/rss+xml", "feed.rss");

    private final String type;
    private final String mediaType;
    private final String file;

    FeedFormat(String type, String mediaType, String file) {
        this.type = type;
        this.mediaType = mediaType;
        this.file = file;
    }

    /** What rome calls it. */
    String type() {
        return type;
    }

    String mediaType() {
        return mediaType;
    }

    /** The last part of its path. */
    String file() {
        return file;
    }
}
