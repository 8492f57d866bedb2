package io.vedette.app.embedded;

import java.nio.file.Path;

/** A broker in a process of its own, to be killed. */
final class KillableBroker {

    private KillableBroker() {}

    /** Expects the folder, the broker's port and the controller's; says "up" once its topic is there. */
    public static void main(String[] args) throws Exception {
        Ports ports = new Ports(0, 0, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), ports);
        EmbeddedBrokerIT.createTopic(broker);
        System.out.println("up");
        Thread.currentThread().join();
    }
}
