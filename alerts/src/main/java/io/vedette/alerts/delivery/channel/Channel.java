package io.vedette.alerts.delivery.channel;

import java.util.List;

/** A way to somebody.  Thread-safe: several deliveries may be under way. */
public interface Channel extends AutoCloseable {

    /**
     * Delivers these at once.  Returns within the time-out of the channel, and never throws for what a receiver does.
     *
     * @param parcels one, or those of a digest, oldest first
     * @throws InterruptedException if the service closes meanwhile; nobody knows then whether they arrived
     */
    Outcome deliver(List<Parcel> parcels) throws InterruptedException;

    @Override
    void close();
}
