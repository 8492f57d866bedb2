package io.vedette.bench.watches;

import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.WatchEntry;
import io.vedette.text.watch.WatchMatch;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.WatchSet;
import io.vedette.text.watch.query.Entities;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Vedette's own engine; its matches come with their reasons. */
final class Engine implements Subject {

    private final Entities entities;
    private WatchSet set = new WatchSet();

    Engine(Entities entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return "Vedette";
    }

    @Override
    public void add(List<MadeWatch> watches) {
        for (int i = 0; i < watches.size(); i++) {
            addOne(i, watches.get(i));
        }
    }

    @Override
    public void addOne(int id, MadeWatch watch) {
        set.add(entry(id, watch));
    }

    private WatchEntry entry(int id, MadeWatch watch) {
        return new WatchEntry(Integer.toString(id), 1, WatchQuery.compile(watch.query(), entities));
    }

    @Override
    public int match(Sample sample) {
        return set.match(article(sample)).size();
    }

    @Override
    public Set<String> ids(Sample sample) {
        Set<String> ids = new HashSet<>();
        for (WatchMatch match : set.match(article(sample))) {
            ids.add(match.watchId());
        }
        return ids;
    }

    MatchableArticle article(Sample sample) {
        return MatchableArticle.of(sample.document(), sample.annotations(), entities);
    }

    @Override
    public void close() {
        set = new WatchSet();
    }
}
