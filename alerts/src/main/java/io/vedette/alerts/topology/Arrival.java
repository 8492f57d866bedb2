package io.vedette.alerts.topology;

import io.vedette.schemas.Match;
import io.vedette.schemas.Story;
import java.util.List;

/** What comes by article id: matches of an article, its story, and time. */
sealed interface Arrival {

    /** An article matches these watches; never empty. */
    record Matched(List<Match> matches) implements Arrival {}

    /** The story of an article. */
    record Told(Story story) implements Arrival {}

    /** Time goes on. */
    record Beat() implements Arrival {}
}
