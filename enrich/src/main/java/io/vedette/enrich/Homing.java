package io.vedette.enrich;

import io.vedette.schemas.Article;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Lets through either the articles that were read from their {@linkplain HomePartition home partition} or all others.  A
 * foreign key in the right partition needs no detour: the key has been put right by then.
 */
final class Homing extends ContextualFixedKeyProcessor<String, Article, Article> {

    private final int partitions;
    private final boolean atHome;

    private Homing(int partitions, boolean atHome) {
        this.partitions = partitions;
        this.atHome = atHome;
    }

    static Homing atHome(int partitions) {
        return new Homing(partitions, true);
    }

    static Homing astray(int partitions) {
        return new Homing(partitions, false);
    }

    @Override
    public void process(FixedKeyRecord<String, Article> record) {
        int readFrom = context().recordMetadata().orElseThrow().partition();
        if ((HomePartition.of(record.key(), partitions) == readFrom) == atHome) {
            context().forward(record);
        }
    }
}
