package io.vedette.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {

    private static final AvroSchema SCHEMA = new AvroSchema("{\"type\":\"string\"}");

    @TempDir
    Path folder;

    @Test
    void keepsItsSchemasAcrossAStopAndAsksForFullCompatibility() throws Exception {
        int id;
        try (EmbeddedRegistry registry = started();
                SchemaRegistryClient client = client(registry)) {
            id = client.register("kept-value", SCHEMA);
            assertThat(client.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
        }

        try (EmbeddedRegistry registry = started();
                SchemaRegistryClient client = client(registry)) {
            assertThat(client.getId("kept-value", SCHEMA)).isEqualTo(id);
        }
    }

    @Test
    void endsWhenItsParentIsKilled() throws Exception {
        Process parent = parent();
        ProcessHandle child = child(parent);

        parent.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    @Test
    void finishesOffItsOwnOrphanAndNoOtherProcess() throws Exception {
        Process orphan = new ProcessBuilder("sleep", "300").start();
        Process bystander = new ProcessBuilder("sleep", "300").start();
        try {
            Orphan.note(folder, orphan.toHandle());
            assertThat(Orphan.finishOff(folder)).isTrue();
            assertThat(orphan.isAlive()).isFalse();

            Instant another =
                    bystander.toHandle().info().startInstant().orElseThrow().minusSeconds(60);
            Files.writeString(folder.resolve("process"), bystander.pid() + " " + another + "\n");
            assertThat(Orphan.finishOff(folder)).isFalse();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            orphan.destroyForcibly();
            bystander.destroyForcibly();
        }
    }

    @Test
    void halfANoteIsNoNote() throws Exception {
        Files.writeString(folder.resolve("process"), "12");

        assertThat(Orphan.finishOff(folder)).isFalse();
        assertThat(folder.resolve("process")).doesNotExist();
    }

    private EmbeddedRegistry started() throws InterruptedException {
        EmbeddedRegistry registry = EmbeddedRegistry.start(folder, Ports.from(0));
        registry.awaitReady();
        return registry;
    }

    private static SchemaRegistryClient client(EmbeddedRegistry registry) {
        return new CachedSchemaRegistryClient(registry.url(), 10);
    }

    private Process parent() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableRegistry.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static ProcessHandle child(Process parent) throws Exception {
        long pid = Long.parseLong(parent.inputReader().readLine());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
