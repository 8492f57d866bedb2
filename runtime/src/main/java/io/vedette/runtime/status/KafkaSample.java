package io.vedette.runtime.status;

import io.vedette.runtime.status.SystemView.DeadLetterCount;
import io.vedette.runtime.status.SystemView.GroupView;
import io.vedette.runtime.status.SystemView.Lag;
import java.util.List;

/**
 * What Kafka says of groups and topics at a time.
 *
 * @param forbidden groups and topics that it does not let us see
 */
record KafkaSample(List<GroupView> groups, List<Lag> lag, List<DeadLetterCount> deadLetters, List<String> forbidden) {}
