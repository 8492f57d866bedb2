package io.vedette.e2e;

import io.vedette.e2e.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link RunningPipeline} that is ready: one for all of them, on topics with their usual names, so each
 * test looks for its own articles only.  Its traces go to a {@link Collector}, which they may ask for as well; its own
 * gazetteer is a folder that is empty between tests.
 */
final class SharedPipeline implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedPipeline.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningPipeline.class || type == Collector.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Collector.class ? running.collector() : running.pipeline();
    }

    private record Running(RunningPipeline pipeline, Collector collector, Environment environment, Path folder)
            implements AutoCloseable {

        static Running start() {
            try {
                Path folder = Files.createTempDirectory("vedette-e2e-");
                Environment environment = Environment.start(folder);
                Collector collector = Collector.start();
                RunningPipeline pipeline = RunningPipeline.create(RunningPipeline.configuration(
                        environment.bootstrapServers(),
                        environment.registryUrl(),
                        folder,
                        "vedette",
                        settings(collector, Files.createDirectory(folder.resolve("gazetteer")))));
                return new Running(pipeline.awaitReady(), collector, environment, folder);
            } catch (IOException e) {
                throw new IllegalStateException("no folder for the servers", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the topics were made", e);
            }
        }

        private static Map<String, String> settings(Collector collector, Path gazetteer) {
            return Map.of(
                    "tagging.gazetteer",
                    gazetteer.toString(),
                    "tagging.reload.interval",
                    "500ms",
                    "tracing.endpoint",
                    collector.url(),
                    "tracing.every",
                    "200ms",
                    "delivery.channels.0.name",
                    Collector.CHANNEL,
                    "delivery.channels.0.type",
                    "webhook",
                    "delivery.channels.0.allow",
                    "127.0.0.0/8",
                    "delivery.channels.0.settings.url",
                    collector.url() + "/hook");
        }

        @Override
        public void close() throws IOException {
            pipeline.close();
            collector.close();
            environment.close();
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
