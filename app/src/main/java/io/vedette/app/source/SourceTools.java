package io.vedette.app.source;

import io.vedette.ingest.mapping.MappingException;
import io.vedette.ingest.mapping.Mappings;
import io.vedette.ingest.probe.SourceProbe;
import io.vedette.ingest.probe.SourceTrial;
import io.vedette.ingest.web.WebClient;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.metrics.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Asks the web from the command line as the service does, with its manners and its readers.  Thread-safe. */
public final class SourceTools implements AutoCloseable {

    private final Metrics metrics = new Metrics();
    private final WebClient web;
    private final SourceTrial trial;

    /** @throws StartupException if a mapping can't be read */
    public SourceTools(Configuration configuration) throws IOException {
        Mappings mappings = mappings(configuration.ingest().mappings());
        web = new WebClient(
                configuration.ingest().web(), InetAddress::getAllByName, null, metrics.registry(), Clock.systemUTC());
        trial = new SourceTrial(web, configuration.ingest().web().limitBytes(), mappings);
    }

    private static Mappings mappings(@Nullable Path folder) throws IOException {
        try {
            return Mappings.read(folder);
        } catch (MappingException e) {
            throw new StartupException(ExitCode.DATA, String.valueOf(e.getMessage()), e);
        }
    }

    /** Finds out what lies at an address. */
    public SourceProbe probe() {
        return trial.probe();
    }

    /** Tries what an address would give as a source. */
    public SourceTrial trial() {
        return trial;
    }

    @Override
    public void close() {
        web.close();
        metrics.close();
    }
}
