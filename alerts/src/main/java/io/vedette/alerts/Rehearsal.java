package io.vedette.alerts;

import io.vedette.alerts.topology.AlertJson;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import io.vedette.schemas.SourceChange;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.SourceTold;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.schemas.WatchPace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes and reads one record of each kind that an alert takes, before the first article comes: the registry has been asked
 * for their schemas by then, and Java has loaded what it takes.  Nothing of it goes anywhere.
 */
final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private Rehearsal() {}

    /** Fails at nothing: what is wrong, the first article will meet again. */
    static void run(Topics topics) {
        try {
            Article article = Article.newBuilder().setText("A rehearsal.").build();
            Alert alert = Alert.newBuilder().build();
            thereAndBack(
                    topics.enriched(),
                    EnrichedArticle.newBuilder().setArticle(article).build());
            thereAndBack(topics.stories(), Story.newBuilder().build());
            thereAndBack(topics.matches(), Match.newBuilder().setAlert(alert).build());
            thereAndBack(topics.alertState(), AlertState.newBuilder().build());
            thereAndBack(topics.watchPace(), WatchPace.newBuilder().build());
            thereAndBack(topics.sourceState(), SourceState.newBuilder().build());
            thereAndBack(topics.sourceChanges(), SourceChange.newBuilder().build());
            thereAndBack(topics.sourcesTold(), SourceTold.newBuilder().build());
            thereAndBack(topics.alerts(), alert);
            AlertJson.write(alert);
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("the rehearsal failed");
        }
    }

    private static <V> void thereAndBack(Topic<String, V> topic, V value) {
        byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
        topic.valueSerde().deserializer().deserialize(topic.name(), bytes);
    }
}
