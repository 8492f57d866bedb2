package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.watch.WatchVersions;
import io.vedette.alerts.watch.WatchVersions.History;
import io.vedette.alerts.watch.WatchVersions.Version;
import io.vedette.alerts.watch.WatchVersions.What;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** What a watch was before, over HTTP: {@link WatchVersions}. */
public final class WatchVersionsApi implements Routes {

    /** Each reads the topic with a consumer of its own. */
    private static final int AT_A_TIME = 4;

    private final WatchVersions versions;
    private final Function<String, Optional<Watch>> current;
    private final Semaphore readers = new Semaphore(AT_A_TIME);

    /**
     * A version.
     *
     * @param version its number; of a deletion, that of what was deleted
     * @param at null if that is not known
     * @param who null if that is not known
     * @param watch null for a deletion
     */
    record WatchVersionView(
            int version,
            @Nullable Instant at,
            @Nullable String who,
            What what,
            @Nullable WatchView watch) {

        static WatchVersionView of(Version version) {
            Watch watch = version.watch();
            return new WatchVersionView(
                    version.number(),
                    version.at(),
                    version.who(),
                    version.what(),
                    watch == null ? null : WatchView.of(watch));
        }
    }

    /**
     * All that is known.
     *
     * @param items the newest first
     * @param complete whether all was read in the time that a request has
     */
    record WatchVersionList(List<WatchVersionView> items, boolean complete) {}

    /** @param current the watch of an id as it is now */
    public WatchVersionsApi(WatchVersions versions, Function<String, Optional<Watch>> current) {
        this.versions = versions;
        this.current = current;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/watches/{id}/versions", "What a watch was before.", this::list)
                .forTenants()
                .answers(HttpStatus.OK, "Its versions, the newest first.", Shape.of(WatchVersionList.class)));
    }

    private void list(Context ctx) {
        String id = WatchTenancy.id(ctx);
        History history = read(id);
        List<Version> all = new ArrayList<>(history.versions());
        // one that somebody wrote to the topic by himself, or before versions were kept
        current.apply(id)
                .filter(watch -> all.isEmpty()
                        || all.get(0).what() == What.DELETED
                        || all.get(0).number() < watch.getVersion())
                .ifPresent(watch -> all.add(0, Version.of(watch)));
        if (all.isEmpty()) {
            throw new Problem(HttpStatus.NOT_FOUND, "there is no watch " + id);
        }
        ctx.json(new WatchVersionList(all.stream().map(WatchVersionView::of).toList(), history.complete()));
    }

    private History read(String id) {
        if (!readers.tryAcquire()) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE, "many look at versions of watches now; try again in a moment");
        }
        try {
            return versions.of(id);
        } catch (KafkaException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "the versions can't be read now: " + Trouble.describe(e));
        } finally {
            readers.release();
        }
    }
}
