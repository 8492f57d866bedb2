package io.vedette.bench.pipeline;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What clients have sent to and got from the broker in this JVM, by its own count of records' bytes.
 *
 * @param in bytes written to topics
 * @param out bytes read from topics
 */
record Traffic(long in, long out) {

    static Traffic now() {
        return new Traffic(count("BytesInPerSec"), count("BytesOutPerSec"));
    }

    Traffic since(Traffic before) {
        return new Traffic(in - before.in, out - before.out);
    }

    private static long count(String name) {
        try {
            return (Long) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("kafka.server:type=BrokerTopicMetrics,name=" + name), "Count");
        } catch (JMException e) {
            throw new IllegalStateException("the broker counts no " + name, e);
        }
    }
}
