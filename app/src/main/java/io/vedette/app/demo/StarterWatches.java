package io.vedette.app.demo;

import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.WatchFile;
import io.vedette.app.api.ApiClient;
import io.vedette.app.api.ApiClient.Answer;
import io.vedette.runtime.json.Json;
import io.vedette.seeds.Seeds;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The watches that Vedette comes with. */
final class StarterWatches {

    private static final String FILE = "watches/starter.yaml";

    private StarterWatches() {}

    /** Writes those that are not there yet, so that what a user has changed stays; returns how many there are. */
    static int put(ApiClient client) throws IOException, InterruptedException {
        List<WatchDefinition> watches = read();
        for (WatchDefinition watch : watches) {
            String path = "/api/watches/" + ApiClient.segment(watch.id());
            if (!client.get(path).isGood()) {
                Answer answer = client.put(path, Json.MAPPER.writeValueAsString(watch));
                if (!answer.isGood()) {
                    throw new IllegalStateException(FILE + ": " + watch.id() + ": " + answer.problem());
                }
            }
        }
        return watches.size();
    }

    private static List<WatchDefinition> read() throws IOException {
        try (InputStream in = Seeds.open(FILE)) {
            return WatchFile.read(FILE, in);
        }
    }
}
