package io.vedette.app.embedded;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A broker that lets nobody in without a name and nobody do what was not granted: TLS throughout, SCRAM and OAUTHBEARER on one
 * listener, client certificates on the other.
 */
public final class SecuredBroker implements AutoCloseable {

    private static final String SASL = "SASL_SSL";
    private static final String MUTUAL = "SSL";
    private static final String SCRAM_LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required";
    private static final String TOKEN_LOGIN =
            "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required";

    private final KafkaRaftServer server;
    private final Certificates certificates;
    private final Ports ports;

    private SecuredBroker(KafkaRaftServer server, Certificates certificates, Ports ports) {
        this.server = server;
        this.certificates = certificates;
        this.ports = ports;
    }

    /**
     * Starts one in an empty folder.
     *
     * @param users those that are known by a certificate of their own
     */
    public static SecuredBroker start(Path folder, String... users) throws Exception {
        Certificates certificates = Certificates.make(folder.resolve("certificates"), users);
        Path data = folder.resolve("broker");
        Ports ports = Ports.from(0);
        Map<String, String> settings = new HashMap<>(BrokerSettings.of(data, ports));
        settings.put(
                "listeners",
                SASL + "://127.0.0.1:" + ports.broker() + "," + MUTUAL + "://127.0.0.1:" + ports.registry()
                        + ",CONTROLLER://127.0.0.1:" + ports.controller());
        settings.put(
                "advertised.listeners",
                SASL + "://127.0.0.1:" + ports.broker() + "," + MUTUAL + "://127.0.0.1:" + ports.registry());
        settings.put("listener.security.protocol.map", "SASL_SSL:SASL_SSL,SSL:SSL,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", MUTUAL);
        settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
        // the controller is asked by the broker in this process only
        settings.put("super.users", "User:broker;User:ANONYMOUS");
        settings.put("ssl.principal.mapping.rules", "RULE:^CN=([^,]+).*$/$1/,DEFAULT");
        settings.put("listener.name.ssl.ssl.client.auth", "required");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,OAUTHBEARER");
        settings.put("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", SCRAM_LOGIN + ";");
        settings.put("listener.name.sasl_ssl.oauthbearer.sasl.jaas.config", TOKEN_LOGIN + ";");
        settings.putAll(certificates.of("broker"));
        format(data);
        return new SecuredBroker(EmbeddedBroker.startup(new KafkaConfig(settings, false)), certificates, ports);
    }

    /** Settings of a client that logs in with a password, which is made known to the broker. */
    public Map<String, String> password(String user) throws ExecutionException, InterruptedException {
        String password = user + "-secret";
        try (Admin admin = admin()) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password)))
                    .all()
                    .get();
        }
        return sasl("SCRAM-SHA-512", SCRAM_LOGIN + " username=\"" + user + "\" password=\"" + password + "\";");
    }

    /** Settings of a client that comes with a token, unsecured as RFC 7515 calls it. */
    public Map<String, String> token(String user) {
        return sasl("OAUTHBEARER", TOKEN_LOGIN + " unsecuredLoginStringClaim_sub=\"" + user + "\";");
    }

    /** Settings of a client with a certificate. */
    public Map<String, String> certificate(String user) {
        Map<String, String> settings = new HashMap<>(certificates.of(user));
        settings.put("bootstrap.servers", "127.0.0.1:" + ports.registry());
        settings.put("security.protocol", "SSL");
        return settings;
    }

    /** Of the super user. */
    public Admin admin() {
        return Admin.create(new HashMap<>(certificate("broker")));
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private Map<String, String> sasl(String mechanism, String login) {
        Map<String, String> settings = new HashMap<>(certificates.trust());
        settings.put("bootstrap.servers", "127.0.0.1:" + ports.broker());
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", mechanism);
        settings.put("sasl.jaas.config", login);
        return settings;
    }

    private static void format(Path folder) throws Exception {
        try (PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .run();
        }
    }
}
