package io.vedette.app.embedded;

import java.nio.file.Path;

/** A process with a registry as its child, to be killed. */
final class KillableRegistry {

    private KillableRegistry() {}

    /** Expects the folder; says the child's process id once it answers. */
    public static void main(String[] args) throws Exception {
        EmbeddedRegistry registry = EmbeddedRegistry.start(Path.of(args[0]), Ports.from(0));
        registry.awaitReady();
        System.out.println(registry.pid());
        Thread.currentThread().join();
    }
}
