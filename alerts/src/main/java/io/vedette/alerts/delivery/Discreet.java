package io.vedette.alerts.delivery;

import io.vedette.alerts.delivery.channel.Channel;
import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.alerts.delivery.channel.Parcel;
import java.util.List;
import java.util.Set;

/** A channel whose secrets are in no reason, also if the receiver repeats what it was sent. */
final class Discreet implements Channel {

    private final Channel channel;
    private final Set<String> secrets;

    Discreet(Channel channel, Set<String> secrets) {
        this.channel = channel;
        this.secrets = Set.copyOf(secrets);
    }

    @Override
    public Outcome deliver(List<Parcel> parcels) throws InterruptedException {
        Outcome outcome = channel.deliver(parcels);
        if (outcome instanceof Outcome.Failed failed) {
            return new Outcome.Failed(without(failed.reason()), failed.after());
        }
        return outcome instanceof Outcome.Refused refused ? new Outcome.Refused(without(refused.reason())) : outcome;
    }

    @Override
    public void close() {
        channel.close();
    }

    private String without(String reason) {
        String shown = reason;
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }
}
