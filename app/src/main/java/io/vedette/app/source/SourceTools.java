package io.vedette.app.source;

import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.listing.ListingReader;
import io.vedette.ingest.mapping.MappingException;
import io.vedette.ingest.mapping.Mappings;
import io.vedette.ingest.probe.SourceProbe;
import io.vedette.ingest.sitemap.SitemapReader;
import io.vedette.ingest.source.Kind;
import io.vedette.ingest.web.WebClient;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.metrics.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the web from the command line as the service does, with its manners and its readers.  Thread-safe. */
public final class SourceTools implements AutoCloseable {

    private final Metrics metrics = new Metrics();
    private final Map<Kind, ItemListReader> readers = new LinkedHashMap<>();
    private final Mappings mappings;
    private final WebClient web;
    private final SourceProbe probe;

    /** @throws StartupException if a mapping can't be read */
    public SourceTools(Configuration configuration) throws IOException {
        mappings = mappings(configuration.ingest().mappings());
        readers.put(Kind.FEED, new FeedReader());
        readers.put(Kind.SITEMAP, new SitemapReader(configuration.ingest().web().limitBytes()));
        web = new WebClient(
                configuration.ingest().web(), InetAddress::getAllByName, null, metrics.registry(), Clock.systemUTC());
        probe = new SourceProbe(web, readers);
    }

    private static Mappings mappings(@Nullable Path folder) throws IOException {
        try {
            return Mappings.read(folder);
        } catch (MappingException e) {
            throw new StartupException(ExitCode.DATA, String.valueOf(e.getMessage()), e);
        }
    }

    public SourceProbe probe() {
        return probe;
    }

    /**
     * Who reads lists of that kind.
     *
     * @throws UnreadableListException if nobody does: a LISTING needs a mapping that there is
     */
    public ItemListReader reader(Kind kind, @Nullable String mapping) throws UnreadableListException {
        ItemListReader reader = readers.get(kind);
        if (reader != null) {
            return reader;
        }
        if (mapping == null) {
            throw new UnreadableListException("a LISTING is read by a mapping: name it with --mapping, one of "
                    + String.join(", ", mappings.names()));
        }
        try {
            return new ListingReader(mappings.get(mapping));
        } catch (MappingException | IllegalArgumentException e) {
            throw new UnreadableListException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        web.close();
        metrics.close();
    }
}
