package io.vedette.app.command;

import io.vedette.app.api.ApiClient;
import io.vedette.runtime.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running Vedette to talk to. */
final class ApiOptions {

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Option(
            names = {"-u", "--url"},
            paramLabel = "URL",
            description = "Where the service answers that this is asked of: ingest for sources, alerts for all else"
                    + " (default: http.host and http.port of the configuration, http://127.0.0.1:8080 unless set).")
    private @Nullable String url;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who you are: it is written down with what you change (default: your name on this machine).")
    private String user = System.getProperty("user.name", "");

    Configuration configuration() {
        return config.configuration();
    }

    ApiClient client() {
        String given = url;
        if (given != null) {
            return new ApiClient(given, user);
        }
        var http = config.configuration().http();
        return new ApiClient("http://" + http.host() + ":" + http.port(), user);
    }
}
