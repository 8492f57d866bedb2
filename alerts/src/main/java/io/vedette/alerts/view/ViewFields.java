package io.vedette.alerts.view;

/**
 * The fields of the index.  Those that are public can be filtered by; their values are told apart by case, except where
 * said otherwise.
 */
public final class ViewFields {

    public static final String WATCH = "watch";
    /** What the id of the watch begins with; nothing is stored under this name. */
    public static final String TENANT = "tenant";

    public static final String SEVERITY = "severity";
    /** FIRST, UPDATE, COUNT and so on. */
    public static final String ALERT_KIND = "alertKind";
    /** OPEN, ACKNOWLEDGED, REJECTED or WITHDRAWN. */
    public static final String STATUS = "status";

    public static final String LABEL = "label";
    /** Of an alert; of an article it stands in a document of its own. */
    public static final String STORY = "story";
    /** Of an alert, its article. */
    public static final String ARTICLE = "article";
    /** The primary language: "en" for "en-GB". */
    public static final String LANGUAGE = "language";
    /** In lower case. */
    public static final String SOURCE = "source";
    /** The id of the defined source that brought an article. */
    public static final String SOURCE_ID = "sourceId";
    /** The host of the address without www, in lower case, and every domain above it. */
    public static final String DOMAIN = "domain";
    /** Gazetteer ids. */
    public static final String ACTOR = "actor";
    /** Gazetteer ids of places and of the areas that they lie in. */
    public static final String PLACE = "place";
    /** ISO 3166-1 alpha-2 of actors and places. */
    public static final String COUNTRY = "country";

    public static final String CLAIM = "claim";
    public static final String SUBTYPE = "subtype";
    public static final String MODALITY = "modality";
    public static final String PLOVER = "plover";
    public static final String CAMEO = "cameo";
    public static final String ACLED = "acled";
    /** Only of articles that raised an alert. */
    public static final String ALERTED = "alerted";

    /** Whether the source of the article has it no more: true or false. */
    public static final String REMOVED = "removed";

    static final String YES = "true";

    /** Of an article, the places that it names, without what they lie in. */
    static final String NAMED = "named";
    /** The same places, each with {@link #MARK} and the type of a claim about it behind. */
    static final String CLAIMED = "claimed";
    /** Between a place and a type; neither has it. */
    static final char MARK = '\u0001';

    /** What a document stands for: one of the kinds below, and its id. */
    public static final String KEY = "key";

    static final String KIND = "kind";
    static final String ID = "id";
    /** When Vedette accepted the article or raised the alert, in milliseconds since 1970 UTC. */
    static final String TIME = "time";

    static final String TITLE = "title";
    static final String BODY = "body";
    static final String POINT = "point";
    /** Of an alert, the first one of the story: what its state is kept under. */
    static final String ROOT = "root";

    static final String RECORD = "record";
    static final String STATE = "state";
    static final String HISTORY = "history";
    /** Of the document that says which story an article belongs to: that story, and those that turned out to be the same. */
    static final String STORIES = "stories";

    private ViewFields() {}
}
