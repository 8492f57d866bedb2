package io.vedette.app.doctor;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.server.common.MetadataVersion;

/** Whether brokers answer, how many there are and of which version. */
final class BrokerCheck implements Check {

    /** Kafka before 3.3 had no version of its metadata, and none that could be asked for. */
    private static final String VERSION = MetadataVersion.FEATURE_NAME;

    private final Admin admin;
    private final String bootstrapServers;

    BrokerCheck(Admin admin, String bootstrapServers) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        try {
            int nodes = admin.describeCluster().nodes().get().size();
            String counted = nodes == 1 ? "1 broker" : nodes + " brokers";
            Map<String, FinalizedVersionRange> features =
                    admin.describeFeatures().featureMetadata().get().finalizedFeatures();
            FinalizedVersionRange version = features.get(VERSION);
            if (version == null) {
                return List.of(Finding.warning(
                        name(),
                        counted + ", older than Kafka 3.3",
                        "upgrade the brokers: Vedette is tried with 4.3 and made for 3.3 and later"));
            }
            return List.of(Finding.ok(name(), counted + " at " + bootstrapServers + ", " + name(version)));
        } catch (ExecutionException e) {
            return List.of(away(e.getCause() == null ? e : e.getCause()));
        }
    }

    private static String name(FinalizedVersionRange version) {
        try {
            return VERSION + " "
                    + MetadataVersion.fromFeatureLevel(version.maxVersionLevel())
                            .version();
        } catch (IllegalArgumentException e) {
            return VERSION + " of a later Kafka, level " + version.maxVersionLevel();
        }
    }

    private Finding away(Throwable cause) {
        if (cause instanceof SaslAuthenticationException) {
            return Finding.wrong(
                    name(),
                    bootstrapServers + " refuses the login: " + Doctor.reason(cause),
                    "check kafka.sasl.mechanism and the user and password of kafka.sasl.jaas.config");
        }
        if (cause instanceof SslAuthenticationException) {
            return Finding.wrong(
                    name(),
                    bootstrapServers + " and this machine don't agree on TLS: " + Doctor.reason(cause),
                    "check kafka.ssl.truststore.* and, if the broker asks for a certificate, kafka.ssl.keystore.*");
        }
        return Finding.wrong(
                name(),
                bootstrapServers + " does not answer: " + Doctor.reason(cause),
                "check kafka.bootstrap.servers, kafka.security.protocol and whether the brokers run");
    }
}
