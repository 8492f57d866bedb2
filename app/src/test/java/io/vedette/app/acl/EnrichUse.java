package io.vedette.app.acl;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.app.api.ApiClient;
import io.vedette.schemas.Article;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.util.ArrayList;
import java.util.List;

/** Articles of another producer in both lanes, some of them where they don't belong, and one that is none. */
record EnrichUse(TrialTopics topics) implements TrialUse {

    @Override
    public void begin(ApiClient service) {
        long now = System.nanoTime();
        for (Lane lane : Lane.values()) {
            for (int number = 0; number < 2 * PARTITIONS; number++) {
                Article article = Article.newBuilder()
                        .setTitle("A " + MARK)
                        .setText(TEXT + "no " + number / 2 + " of " + now + " " + number)
                        .build();
                topics.send(topics.names().articles(lane), number % PARTITIONS, null, article);
            }
        }
        topics.send(topics.names().articles().name(), 0, "bad", "bad".getBytes(UTF_8));
    }

    @Override
    public List<String> outstanding(ApiClient service) {
        List<String> missing = new ArrayList<>();
        Topics names = topics.names();
        for (Topic<?, ?> topic : List.of(names.enriched(), names.enriched(Lane.BACKFILL))) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                String wanted = "no " + partition;
                topics.require(missing, topic, value -> value.contains(wanted));
            }
        }
        topics.require(missing, names.articleHistory(), value -> true);
        topics.require(missing, names.stories(), value -> true);
        topics.require(missing, names.enrichDeadLetters(), value -> true);
        return missing;
    }
}
