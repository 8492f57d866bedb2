package io.vedette.runtime.metrics;

/**
 * The names of Vedette's own metrics. Prometheus shows dots as underscores, counters with {@code _total}, timers in
 * seconds. No tag carries an id, a URL, or the name of a watch or source.
 */
public final class MetricNames {
    /** Articles offered to ingest. Counter; tag {@code source}: file, stdin, http, feed, sitemap, listing or page. */
    public static final String ARTICLES_IN = "vedette.articles.in";
    /** Articles that ingest committed to Kafka. Counter; tag {@code source}. */
    public static final String ARTICLES_WRITTEN = "vedette.articles.written";
    /** Articles that ingest refused. Counter; tags {@code source} and {@code reason}. */
    public static final String ARTICLES_REJECTED = "vedette.articles.rejected";
    /** Articles waiting in ingest's buffer. Gauge. */
    public static final String INGEST_BUFFER = "vedette.ingest.buffer";
    /** Polls of sources. Counter; tag {@code outcome}: read, unchanged, busy or a sort of failure. */
    public static final String SOURCE_POLLS = "vedette.source.polls";
    /** How long after they were due polls began. Timer. */
    public static final String SOURCE_POLLS_LATE = "vedette.source.polls.late";
    /** Polls that are under way; at most {@code ingest.polling.threads}. Gauge. */
    public static final String SOURCE_POLLS_RUNNING = "vedette.source.polls.running";
    /** Sources that this instance polls. Gauge. */
    public static final String SOURCES_POLLED = "vedette.sources.polled";
    /** Sources that are defined, polled or not. Gauge. */
    public static final String SOURCES = "vedette.sources";
    /** Sources whose newest record makes none. Gauge. */
    public static final String SOURCES_INVALID = "vedette.sources.invalid";
    /** Sources by how they do, the same from every instance. Gauge; tag {@code status}. */
    public static final String SOURCES_HEALTH = "vedette.sources.health";
    /** Enabled sources that nobody polls, the same from every instance. Gauge. */
    public static final String SOURCES_OVERDUE = "vedette.sources.overdue";
    /** Seconds since any source answered, the same from every instance. Gauge. */
    public static final String SOURCES_LAST_SUCCESS = "vedette.sources.last.success";
    /** Documents that the web was asked for. Counter; tag {@code outcome}: ok, unchanged, or why there was none. */
    public static final String WEB_DOCUMENTS = "vedette.web.documents";
    /** One request to the web, robots.txt and redirects included. Timer. */
    public static final String WEB_TIME = "vedette.web.time";
    /** Bytes of answers from the web, as they came. Counter. */
    public static final String WEB_BYTES = "vedette.web.bytes";
    /** Requests to the web that are under way or wait for their turn. Gauge. */
    public static final String WEB_WAITING = "vedette.web.waiting";
    /** Answers to be kept as evidence. Counter; tag {@code outcome}: kept, full or failed. */
    public static final String EVIDENCE_ANSWERS = "vedette.evidence.answers";
    /** Size of the folder of evidence, in bytes. Gauge. */
    public static final String EVIDENCE_BYTES = "vedette.evidence.bytes";
    /** Articles that enrich read. Counter. */
    public static final String ENRICH_IN = "vedette.enrich.in";
    /** Articles that enrich tagged and wrote. Counter. */
    public static final String ARTICLES_ENRICHED = "vedette.articles.enriched";
    /** Articles that enrich dropped as repeats of an id or a content. Counter. */
    public static final String ARTICLES_REPEATED = "vedette.articles.repeated";
    /** Articles that went out changed, gone or restored. Counter; tag {@code changed}: title, text, embargo, removed, restored. */
    public static final String ARTICLES_REVISED = "vedette.articles.revised";
    /** Stories that began with an article of their own. Counter. */
    public static final String MENTIONS = "vedette.mentions";

    public static final String CLAIMS = "vedette.claims";
    /** 1 for the gazetteer that is in use. Gauge; tag {@code version}: the one of them. */
    public static final String GAZETTEER = "vedette.gazetteer";
    /** Changed files of the gazetteer. Counter; tag {@code outcome}: taken or refused. */
    public static final String GAZETTEER_LOADS = "vedette.gazetteer.loads";
    /** Whether the files of the gazetteer, as they are now, are refused: 1 or 0. Gauge. */
    public static final String GAZETTEER_REFUSED = "vedette.gazetteer.refused";

    public static final String STORIES_BEGUN = "vedette.stories.begun";
    /** Articles that joined a story that was there. Counter; tag {@code text}: independent or copy. */
    public static final String STORIES_JOINED = "vedette.stories.joined";
    /** Stories that may take another article. Gauge; 0 on instances that do not assign. */
    public static final String STORIES_OPEN = "vedette.stories.open";
    /** Records that shed something to keep within the size limit. Counter; tags {@code service} and {@code shed}. */
    public static final String RECORDS_TRUNCATED = "vedette.records.truncated";
    /** Time of one step for one article. Timer; tags {@code service} and {@code stage}. */
    public static final String STAGE = "vedette.stage";
    /** Articles that alerts matched against the watches. Counter. */
    public static final String ARTICLES_MATCHED = "vedette.articles.matched";
    /** Watches in force. Gauge. */
    public static final String WATCHES = "vedette.watches";
    /** Watches in the topic that can't be parsed. Gauge. */
    public static final String WATCHES_INVALID = "vedette.watches.invalid";
    /** Matches of a watch and an article, before repeats and embargoes. Counter. */
    public static final String MATCHES = "vedette.matches";
    /** Heartbeats that the broker took. Counter. */
    public static final String HEARTBEATS = "vedette.heartbeats";
    /** Alerts written. Counter; tag {@code severity}. */
    public static final String ALERTS_OUT = "vedette.alerts.out";
    /** Matches of queries over time that came when every window that they belong to was closed. Counter. */
    public static final String MATCHES_LATE = "vedette.matches.late";
    /** Matches that went on without a story, for it did not come in time. Counter. */
    public static final String MATCHES_WITHOUT_STORY = "vedette.matches.without.story";
    /** Updates of stories that a watch had told of, some perhaps held. Counter. */
    public static final String ALERT_UPDATES = "vedette.alerts.updates";
    /** Alerts of a watch in a day, raised or held, counted once the day is over. Summary. */
    public static final String WATCH_ALERTS = "vedette.watch.alerts";
    /** Alerts of today of the ten watches that have most. Gauge; tag {@code watch}. */
    public static final String WATCH_ALERTS_WORST = "vedette.watch.alerts.worst";
    /** Alerts that were not raised, or not at once. Counter; tag {@code reason}: repeat, embargo and so on. */
    public static final String ALERTS_SUPPRESSED = "vedette.alerts.suppressed";
    /** Watches that were filled from the retained articles. Counter. */
    public static final String FEEDBACK = "vedette.feedback";

    public static final String HISTORY_WATCHES = "vedette.history.watches";
    /** Watches that wait to be filled. Gauge; 0 on instances that fill none. */
    public static final String HISTORY_WAITING = "vedette.history.waiting";
    /** Articles that were held against watches to fill them. Counter. */
    public static final String HISTORY_ARTICLES = "vedette.history.articles";
    /** Matches that were found so. Counter. */
    public static final String HISTORY_MATCHES = "vedette.history.matches";
    /** Attempts to fill that failed and are made again. Counter. */
    public static final String HISTORY_FAILURES = "vedette.history.failures";
    /** Time of one reading of the retained articles, for one watch or for many. Timer. */
    public static final String HISTORY_TIME = "vedette.history.time";
    /** Attempts to deliver. Counter; tags {@code channel} and {@code outcome}: delivered, failed or parked. */
    public static final String DELIVERIES = "vedette.deliveries";
    /** What is still to be delivered. Gauge; tags {@code channel} and {@code status}: pending or parked. */
    public static final String DELIVERIES_OPEN = "vedette.deliveries.open";
    /** How long receivers took. Timer; tag {@code channel}. */
    public static final String DELIVERY_TIME = "vedette.delivery.time";
    /** Readers of server-sent events. Gauge. */
    public static final String STREAM_CLIENTS = "vedette.stream.clients";
    /** Readers of server-sent events that were dropped because they read too slowly. Counter. */
    public static final String STREAM_DROPPED = "vedette.stream.dropped";
    /** From the append of the article to the committed append of its alert. Timer with histogram. */
    public static final String TIME_TO_ALERT = "vedette.time.to.alert";
    /** From the outlet's own time of the article to its append. Timer with histogram. */
    public static final String TIME_OUTLET_TO_APPEND = "vedette.time.outlet.to.append";
    /** From the sending of a canary until a reader sees that it was matched. Timer with histogram. */
    public static final String TIME_OUTLET_TO_ALERT = "vedette.time.outlet.to.alert";

    public static final String CANARY_LATENCY = "vedette.canary.latency";
    /** Partitions whose canary has not come in time. Gauge. */
    public static final String CANARY_MISSING = "vedette.canary.missing";
    /** Spans by what became of them, while traces are sent. Counter; tag {@code outcome}: exported, failed or dropped, for the queue was full. */
    public static final String SPANS = "vedette.spans";
    /** Records that went to dead letters. Counter; tags {@code service} and {@code exception}, at most 50 classes; 0 for none. */
    public static final String DEAD_LETTERS = "vedette.dead.letters";
    /** Alerts and articles in the view that the API searches. Gauge. */
    public static final String BUILD = "vedette.build";

    public static final String VIEW_DOCUMENTS = "vedette.view.documents";
    /** Records that the view leaves out since nobody can read them. Counter. */
    public static final String VIEW_UNREADABLE = "vedette.view.unreadable";
    /** Requests refused before they were answered. Counter; tag {@code reason}: unauthenticated, forbidden, rate or concurrent. */
    public static final String HTTP_REFUSED = "vedette.http.refused";
    /** Entries that the audit log has lost. Counter. */
    public static final String AUDIT_LOST = "vedette.audit.lost";

    private MetricNames() {}
}
