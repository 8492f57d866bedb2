package io.vedette.app.command;

import io.vedette.app.api.ApiClient;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with your key to the API, or a token (default: what the environment variable"
                    + " VEDETTE_API_KEY holds).")
    private @Nullable Path keyFile;

    Configuration configuration() {
        return config.configuration();
    }

    ApiClient client() {
        String given = url;
        if (given != null) {
            return new ApiClient(given, user, key());
        }
        var http = config.configuration().http();
        String scheme = http.tls().enabled() ? "https://" : "http://";
        return new ApiClient(scheme + http.host() + ":" + http.port(), user, key());
    }

    private String key() {
        Path file = keyFile;
        if (file == null) {
            return Objects.requireNonNullElse(System.getenv("VEDETTE_API_KEY"), "");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.NO_INPUT, "--key-file " + file + " can't be read: " + e.getMessage(), e);
        }
    }
}
