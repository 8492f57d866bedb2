package io.vedette.alerts.overtime;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Match;
import io.vedette.schemas.WatchHistory;
import java.time.Instant;

/** What can be told of the history of a query over time, for {@link OverTimeStep} to take. */
public final class History {

    static final String GONE = "GONE";
    static final String STALE = "STALE";
    private static final String MATCH = "MATCH";
    private static final String FILLED = "FILLED";

    private History() {}

    /** A retained article matches. */
    public static WatchHistory match(Match match) {
        return WatchHistory.newBuilder()
                .setWhat(MATCH)
                .setWatchId(match.getWatchId())
                .setQueryKey(match.getQueryKey())
                .setOperator(match.getOperator())
                .setVersion(match.getAlert().getWatchVersion())
                .setMatch(match)
                .build();
    }

    /**
     * Those were all.
     *
     * @param since from when on every article was held against the query
     * @param savedAt when the watch was saved: what was over by then is not told
     * @param position of the watch in its topic
     */
    public static WatchHistory filled(CompiledWatch watch, Instant since, Instant savedAt, long position) {
        return WatchHistory.newBuilder()
                .setWhat(FILLED)
                .setWatchId(watch.watch().getId())
                .setQueryKey(watch.queryKey())
                .setOperator(Rule.told(watch.query()))
                .setVersion(watch.watch().getVersion())
                .setPosition(position)
                .setSince(since)
                .setSavedAt(savedAt)
                .setAlert(OverTimeAlert.without(watch))
                .build();
    }

    /**
     * The watch was deleted: nothing of it is left.
     *
     * @param position of that in the topic of watches
     */
    public static WatchHistory gone(String watchId, long position) {
        return of(GONE, watchId, position);
    }

    /**
     * The watch was disabled: what was counted will miss something, and it is filled anew when it is enabled.
     *
     * @param position of that in the topic of watches
     */
    public static WatchHistory stale(String watchId, long position) {
        return of(STALE, watchId, position);
    }

    private static WatchHistory of(String what, String watchId, long position) {
        return WatchHistory.newBuilder()
                .setWhat(what)
                .setWatchId(watchId)
                .setPosition(position)
                .build();
    }
}
