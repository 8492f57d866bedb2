package io.vedette.app.command;

import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.deadletter.Address;
import io.vedette.runtime.deadletter.DeadLetterFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters a command is about. */
final class DeadLetterOptions {

    private static final Set<String> SERVICES = Set.of("ingest", "enrich", "alerts");

    @Option(
            names = "--service",
            paramLabel = "NAME",
            split = ",",
            description = "Only those of ingest, enrich or alerts (default: all).")
    private List<String> services = new ArrayList<>();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Only those whose exception or message contains this, in any case.")
    private @Nullable String reason;

    @Option(names = "--topic", paramLabel = "NAME", description = "Only those that were read from this topic.")
    private @Nullable String topic;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "So long ago (90m, 12h, 7d), a day in UTC (2026-11-22), or a time (2026-11-22T06:00:00Z).")
    private @Nullable String since;

    /** Whether all dead letters are meant. */
    boolean isEmpty() {
        return services.isEmpty() && reason == null && topic == null && since == null;
    }

    /** Empty for all. */
    List<String> services() {
        for (String service : services) {
            if (!SERVICES.contains(service)) {
                throw usage("--service: there is no \"" + service + "\"; there are ingest, enrich and alerts");
            }
        }
        return services;
    }

    DeadLetterFilter filter(Instant now) {
        return new DeadLetterFilter(Set.of(), reason, topic, since(now));
    }

    static Address address(String text) {
        try {
            Address address = Address.parse(text);
            if (!SERVICES.contains(address.service())) {
                throw new IllegalArgumentException(
                        "\"" + address.service() + "\" has no dead letters; ingest, enrich and alerts have");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    static StartupException usage(String message) {
        return new StartupException(ExitCode.USAGE, message);
    }

    private @Nullable Instant since(Instant now) {
        if (since == null) {
            return null;
        }
        return Times.parse("--since", since, now);
    }
}
