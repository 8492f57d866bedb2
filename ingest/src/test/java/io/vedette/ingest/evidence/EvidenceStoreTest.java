package io.vedette.ingest.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.config.EvidenceConfig;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Evidence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;

class EvidenceStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void whatIsKeptIsReadBackByOthersToTheByte() throws Exception {
        byte[] body = {0, 1, 2, (byte) 0xff, '\r', '\n'};
        Evidence evidence;
        try (EvidenceStore store = store("one")) {
            keep(store, "before".getBytes(UTF_8));
            evidence = keep(store, body).orElseThrow();
            keep(store, "behind".getBytes(UTF_8));
        }

        try (WarcReader reader = new WarcReader(
                FileChannel.open(folder.resolve(evidence.getFile())).position(evidence.getOffset()))) {
            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(response.target()).isEqualTo("https://news.example/feed");
            assertThat(response.date()).isEqualTo(NOW);
            assertThat(response.ipAddress()).contains(InetAddress.getByName("192.0.2.1"));
            assertThat(response.payloadDigest().orElseThrow().hex()).isEqualTo(evidence.getSha256());
            assertThat(response.http().status()).isEqualTo(200);
            assertThat(response.http().headers().first("ETag")).contains("\"7\"");
            assertThat(response.http().body().stream().readAllBytes()).isEqualTo(body);
            WarcRequest request = (WarcRequest) reader.next().orElseThrow();
            assertThat(reader.position()).isEqualTo(evidence.getOffset() + evidence.getLength());
            assertThat(request.concurrentTo()).containsExactly(response.id());
            assertThat(request.http().headers().first("User-Agent")).contains("Vedette");
        }
        assertThat(evidence.getSha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
        assertThat(evidence.getFetchedAt()).isEqualTo(NOW);
    }

    @Test
    void aRecordByItselfIsAnArchive() throws Exception {
        Evidence evidence;
        Evidence last;
        try (EvidenceStore store = store("one")) {
            evidence = keep(store, "here".getBytes(UTF_8)).orElseThrow();
            last = keep(store, "last".getBytes(UTF_8)).orElseThrow();
        }
        EvidenceFolder kept = new EvidenceFolder(folder);

        byte[] record = kept.record(evidence.getFile(), evidence.getOffset()).orElseThrow();

        assertThat((long) record.length).isEqualTo(evidence.getLength());
        Path alone = Files.write(folder.resolve("alone.warc.gz"), record);
        try (WarcReader reader = new WarcReader(alone)) {
            assertThat(((WarcResponse) reader.next().orElseThrow())
                            .http().body().stream().readAllBytes())
                    .asString()
                    .isEqualTo("here");
            assertThat(reader.next()).isEmpty();
        }
        assertThat(kept.body(last.getFile(), last.getOffset()).orElseThrow())
                .asString()
                .isEqualTo("last");
    }

    @Test
    void nothingButEvidenceIsGivenOut() throws Exception {
        Files.writeString(folder.resolveSibling("secret.warc.gz"), "secret");
        Files.writeString(folder.resolve("notes.txt"), "notes");
        Evidence evidence;
        try (EvidenceStore store = store("one")) {
            evidence = keep(store, "here".getBytes(UTF_8)).orElseThrow();
        }
        EvidenceFolder kept = new EvidenceFolder(folder);

        for (String file : List.of("../secret.warc.gz", "/etc/passwd", "notes.txt", "", ".", "none.warc.gz")) {
            assertThat(kept.record(file, 0)).isEmpty();
            assertThat(kept.body(file, 0)).isEmpty();
        }
        for (long offset : new long[] {0, 7, evidence.getOffset() + 1, 1 << 30}) {
            assertThat(kept.record(evidence.getFile(), offset)).isEmpty();
            assertThat(kept.body(evidence.getFile(), offset)).isEmpty();
        }
        Files.delete(folder.resolveSibling("secret.warc.gz"));
    }

    @Test
    void whatBrokeOffInTheMiddleOfARecordStaysReadableAndIsNotWrittenToAgain() throws Exception {
        List<Evidence> kept = new ArrayList<>();
        EvidenceStore crashed = store("one");
        for (int i = 0; i < 5; i++) {
            kept.add(keep(crashed, random(10_000)).orElseThrow());
        }
        Path file = folder.resolve(kept.get(0).getFile());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(kept.get(4).getOffset() + kept.get(4).getLength() / 2);
        }
        long size = Files.size(file);

        try (EvidenceStore next = store("one")) {
            assertThat(keep(next, "here".getBytes(UTF_8)).orElseThrow().getFile())
                    .isNotEqualTo(kept.get(0).getFile());
        }

        assertThat(Files.size(file)).isEqualTo(size);
        EvidenceFolder read = new EvidenceFolder(folder);
        for (Evidence evidence : kept.subList(0, 4)) {
            assertThat(read.record(evidence.getFile(), evidence.getOffset())).isPresent();
        }
        assertThat(read.record(kept.get(4).getFile(), kept.get(4).getOffset())).isEmpty();
        assertThat(responses(file)).isEqualTo(4);
    }

    @Test
    void aFileThatHasGrownToItsSizeIsFollowedByANewOne() throws Exception {
        try (EvidenceStore store = store("one")) {
            for (int i = 0; i < 5; i++) {
                assertThat(keep(store, random(600_000))).isPresent();
            }
        }

        assertThat(files()).hasSize(3).allSatisfy(file -> assertThat(Files.size(file))
                .isLessThan(2_000_000));
    }

    @Test
    void instancesShareAFolder() throws Exception {
        try (EvidenceStore one = store("one");
                EvidenceStore other = store("other")) {
            keep(one, "here".getBytes(UTF_8));
            keep(other, "there".getBytes(UTF_8));
        }

        assertThat(files()).hasSize(2);
    }

    @Test
    void beyondTheLimitNothingIsKeptAndThatIsCounted() throws Exception {
        try (EvidenceStore store = store("one")) {
            int kept = 0;
            while (keep(store, random(300_000)).isPresent()) {
                kept++;
            }
            assertThat(kept).isBetween(8, 14);
        }

        assertThat(registry.counter(MetricNames.EVIDENCE_ANSWERS, "outcome", "full")
                        .count())
                .isEqualTo(1);
        assertThat(registry.get(MetricNames.EVIDENCE_BYTES).gauge().value()).isBetween(2.4e6, 4.2e6);
    }

    @Test
    void whatCantBeWrittenIsCounted() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (EvidenceStore store =
                new EvidenceStore(new EvidenceConfig(file, 1, 4), "one", registry, Clock.fixed(NOW, ZoneOffset.UTC))) {
            assertThat(keep(store, "here".getBytes(UTF_8))).isEmpty();
        }

        assertThat(registry.counter(MetricNames.EVIDENCE_ANSWERS, "outcome", "failed")
                        .count())
                .isEqualTo(1);
    }

    private EvidenceStore store(String instance) {
        return new EvidenceStore(new EvidenceConfig(folder, 1, 4), instance, registry, Clock.systemUTC());
    }

    private static Optional<Evidence> keep(EvidenceStore store, byte[] body) throws IOException {
        return store.keep(new Capture(
                URI.create("https://news.example/feed"),
                "GET /feed HTTP/1.1\r\nHost: news.example\r\nUser-Agent: Vedette\r\n\r\n",
                "HTTP/1.1 200 OK\r\nETag: \"7\"\r\nTransfer-Encoding: chunked\r\n\r\n",
                body,
                InetAddress.getByName("192.0.2.1"),
                NOW));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static int responses(Path file) throws IOException {
        int responses = 0;
        try (WarcReader reader = new WarcReader(file)) {
            for (WarcRecord record : reader) {
                // a record is whole if its body can be read
                if (record instanceof WarcResponse response) {
                    response.body().consume();
                    responses++;
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            return responses;
        }
        return responses;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
