package io.vedette.runtime.trace;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/** Names of the attributes of spans: OpenTelemetry's for messaging and HTTP, and Vedette's own.  None has text of an article. */
public final class TraceNames {

    /** An article's id. */
    public static final AttributeKey<String> ARTICLE = stringKey("vedette.article.id");
    /** What enrichment did with an article: tell, retract or drop. */
    public static final AttributeKey<String> VERDICT = stringKey("vedette.verdict");
    /** The id of the story that an article tells. */
    public static final AttributeKey<String> STORY = stringKey("vedette.story.id");
    /** The source that an article came from. */
    public static final AttributeKey<String> SOURCE = stringKey("vedette.source.id");
    /** A watch's id. */
    public static final AttributeKey<String> WATCH = stringKey("vedette.watch.id");
    /** An alert's id. */
    public static final AttributeKey<String> ALERT = stringKey("vedette.alert.id");
    /** What sort of alert: alert, update, digest and so on. */
    public static final AttributeKey<String> KIND = stringKey("vedette.alert.kind");
    /** A channel's name. */
    public static final AttributeKey<String> CHANNEL = stringKey("vedette.channel");
    /** Which attempt it is, from 1. */
    public static final AttributeKey<String> ATTEMPT = stringKey("vedette.attempt");

    static final AttributeKey<String> SYSTEM = stringKey("messaging.system");
    static final AttributeKey<String> DESTINATION = stringKey("messaging.destination.name");
    static final AttributeKey<String> OPERATION = stringKey("messaging.operation.name");
    static final AttributeKey<String> OPERATION_TYPE = stringKey("messaging.operation.type");
    static final AttributeKey<String> GROUP = stringKey("messaging.consumer.group.name");
    static final AttributeKey<String> PARTITION = stringKey("messaging.destination.partition.id");
    static final AttributeKey<Long> OFFSET = longKey("messaging.kafka.offset");
    static final AttributeKey<String> METHOD = stringKey("http.request.method");
    static final AttributeKey<String> ROUTE = stringKey("http.route");
    static final AttributeKey<Long> STATUS = longKey("http.response.status_code");
    static final AttributeKey<String> ERROR = stringKey("error.type");

    private TraceNames() {}
}
