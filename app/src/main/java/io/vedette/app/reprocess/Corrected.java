package io.vedette.app.reprocess;

import io.vedette.schemas.EnrichedArticle;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An article that is tagged otherwise now.
 *
 * @param record as it was
 * @param article as it is to be, with its correction
 * @param findings what that means for watches
 */
record Corrected(ConsumerRecord<byte[], byte[]> record, EnrichedArticle article, List<Finding> findings) {}
