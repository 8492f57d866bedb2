package io.vedette.app.source;

import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.probe.SourceProbe;
import io.vedette.ingest.source.Kind;
import io.vedette.ingest.web.WebClient;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.metrics.Metrics;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the web from the command line as the service does, with its manners and its readers.  Thread-safe. */
public final class SourceTools implements AutoCloseable {

    private final Metrics metrics = new Metrics();
    private final Map<Kind, ItemListReader> readers = Map.of(Kind.FEED, new FeedReader());
    private final WebClient web;
    private final SourceProbe probe;

    public SourceTools(Configuration configuration) {
        web = new WebClient(
                configuration.ingest().web(), InetAddress::getAllByName, null, metrics.registry(), Clock.systemUTC());
        probe = new SourceProbe(web, readers);
    }

    public SourceProbe probe() {
        return probe;
    }

    /**
     * Who reads lists of that kind.
     *
     * @throws UnreadableListException if nobody does: the kind or the mapping is unknown
     */
    public ItemListReader reader(Kind kind, @Nullable String mapping) throws UnreadableListException {
        ItemListReader reader = readers.get(kind);
        if (reader == null) {
            throw new UnreadableListException("nothing here reads a " + kind);
        }
        return reader;
    }

    @Override
    public void close() {
        web.close();
        metrics.close();
    }
}
