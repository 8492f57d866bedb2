package io.vedette.ingest.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.ingest.evidence.ArchiveFile.Place;
import io.vedette.runtime.config.EvidenceConfig;
import io.vedette.runtime.metrics.DiskMeters;
import io.vedette.runtime.metrics.MetricNames;
import io.vedette.schemas.Evidence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps requests and their answers in web archives.  Each start begins a file of its own, so that one that broke off in the
 * middle of a record is never written to again; so does a file that has grown to its size.  Nothing is ever deleted: beyond
 * the limit nothing more is kept, which is logged and counted, until somebody makes room.
 *
 * <p>Thread-safe.
 */
public final class EvidenceStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceStore.class);

    static final String SUFFIX = ".warc.gz";

    private static final String OUTCOME = "outcome";
    private static final long MEGABYTE = 1 << 20;
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final EvidenceConfig config;
    private final String instance;
    private final MeterRegistry registry;
    private final Clock clock;
    private final AtomicLong used = new AtomicLong();
    private int files;
    private @Nullable ArchiveFile file;
    private Instant lookedAt = Instant.MIN;
    private Instant toldAt = Instant.MIN;

    /**
     * @param instance names the files, beside the time; differs from that of every other process that writes to the folder
     * @param registry where it counts
     * @param clock names the files
     */
    public EvidenceStore(EvidenceConfig config, String instance, MeterRegistry registry, Clock clock) {
        this.config = config;
        this.instance = instance.replaceAll("[^A-Za-z0-9]+", "-");
        this.registry = registry;
        this.clock = clock;
        registry.gauge(MetricNames.EVIDENCE_BYTES, used, AtomicLong::doubleValue);
        DiskMeters.bind(DiskMeters.Content.EVIDENCE, config.folder(), registry);
        for (String outcome : new String[] {"kept", "full", "failed"}) {
            registry.counter(MetricNames.EVIDENCE_ANSWERS, OUTCOME, outcome);
        }
    }

    /** This process, for the names of files: its machine and number. */
    public static String thisProcess() {
        try {
            return InetAddress.getLocalHost().getHostName() + "-"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException e) {
            return "localhost-" + ProcessHandle.current().pid();
        }
    }

    /**
     * Keeps an answer; it is on the disk when this returns.
     *
     * @return where; empty if it could not be kept, which is logged and counted
     */
    public synchronized Optional<Evidence> keep(Capture capture) {
        try {
            if (isFull(capture.body().length)) {
                return notKept("full", "its limit of " + config.limitMegabytes() + " MB is reached", null);
            }
            String sha256 = sha256(capture.body());
            ArchiveFile to = file();
            long before = to.size();
            Place place = to.append(capture, sha256);
            used.addAndGet(to.size() - before);
            registry.counter(MetricNames.EVIDENCE_ANSWERS, OUTCOME, "kept").increment();
            return Optional.of(new Evidence(to.name(), place.offset(), place.length(), sha256, capture.at()));
        } catch (IOException e) {
            closeFile();
            return notKept("failed", e.toString(), e);
        }
    }

    @Override
    public synchronized void close() {
        closeFile();
    }

    private ArchiveFile file() throws IOException {
        if (file != null && file.size() >= config.fileMegabytes() * MEGABYTE) {
            closeFile();
        }
        if (file == null) {
            Files.createDirectories(config.folder());
            Instant now = clock.instant();
            String name =
                    String.format(Locale.ROOT, "vedette-%s-%s-%05d%s", instance, TIME.format(now), files++, SUFFIX);
            file = ArchiveFile.create(config.folder().resolve(name), now);
            used.addAndGet(file.size());
        }
        return file;
    }

    private void closeFile() {
        try (ArchiveFile closed = file) {
            file = null;
        } catch (IOException e) {
            LOG.warn("an archive of evidence was not closed: {}", e.toString());
        }
    }

    /** Others may write to the folder, and somebody may make room. */
    private boolean isFull(int more) throws IOException {
        Instant now = clock.instant();
        if (lookedAt.equals(Instant.MIN) || now.isAfter(lookedAt.plus(LOOK_AGAIN))) {
            lookedAt = now;
            used.set(size(config.folder()));
        }
        return used.get() + more > config.limitMegabytes() * MEGABYTE;
    }

    private Optional<Evidence> notKept(String outcome, String why, @Nullable IOException e) {
        registry.counter(MetricNames.EVIDENCE_ANSWERS, OUTCOME, outcome).increment();
        Instant now = clock.instant();
        if (toldAt.equals(Instant.MIN) || now.isAfter(toldAt.plus(LOOK_AGAIN))) {
            toldAt = now;
            LOG.error(
                    "articles go without their evidence, for it can't be kept in {}: {}; make room there, or set"
                            + " ingest.evidence.folder or ingest.evidence.limitMegabytes",
                    config.folder().toAbsolutePath(),
                    why,
                    e);
        }
        return Optional.empty();
    }

    private static long size(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long size = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                size += Files.size(path);
            }
        }
        return size;
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
