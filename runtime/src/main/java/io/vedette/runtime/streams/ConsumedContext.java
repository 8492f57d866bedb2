package io.vedette.runtime.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;

/** Where a record comes from that was not consumed by Streams. */
record ConsumedContext(ConsumerRecord<byte[], byte[]> record, String processorNodeId) implements ErrorHandlerContext {

    @Override
    public String topic() {
        return record.topic();
    }

    @Override
    public int partition() {
        return record.partition();
    }

    @Override
    public long offset() {
        return record.offset();
    }

    @Override
    public Headers headers() {
        return record.headers();
    }

    @Override
    public TaskId taskId() {
        return new TaskId(0, record.partition());
    }

    @Override
    public long timestamp() {
        return record.timestamp();
    }

    @Override
    public byte[] sourceRawKey() {
        return record.key();
    }

    @Override
    public byte[] sourceRawValue() {
        return record.value();
    }
}
