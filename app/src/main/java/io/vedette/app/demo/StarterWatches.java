package io.vedette.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.api.ApiClient.Answer;
import io.vedette.app.watch.WatchNodes;
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
        List<JsonNode> watches = read();
        for (JsonNode watch : watches) {
            String path = "/api/watches/" + ApiClient.segment(watch.path("id").asText());
            if (!client.get(path).isGood()) {
                Answer answer = client.put(path, watch.toString());
                if (!answer.isGood()) {
                    throw new IllegalStateException(
                            FILE + ": " + watch.path("id").asText() + ": " + answer.problem());
                }
            }
        }
        return watches.size();
    }

    private static List<JsonNode> read() throws IOException {
        try (InputStream in = Seeds.open(FILE)) {
            return WatchNodes.read(FILE, in.readAllBytes());
        }
    }
}
