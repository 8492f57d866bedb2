package io.vedette.runtime.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Says that a dead letter of the same partition was sent once more: a record without key and value behind it, written in
 * the transaction that sent it.
 */
final class ReplayMark {

    private static final String HEADER = "vedette.replayed.offset";

    private ReplayMark() {}

    static ProducerRecord<byte[], byte[]> of(String topic, Address letter) {
        ProducerRecord<byte[], byte[]> mark = new ProducerRecord<>(topic, letter.partition(), null, null);
        mark.headers().add(HEADER, Long.toString(letter.offset()).getBytes(UTF_8));
        return mark;
    }

    /** The offset of the letter that it tells of; empty if the record is no mark. */
    static OptionalLong offset(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(HEADER);
        return header == null || record.value() != null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(new String(header.value(), UTF_8)));
    }
}
