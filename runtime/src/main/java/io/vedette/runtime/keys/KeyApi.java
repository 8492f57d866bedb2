package io.vedette.runtime.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.ApiKey;
import io.vedette.schemas.Topic;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Keys over HTTP, for callers with the scope admin.  A new key is in the answer that makes it, and nowhere else.  Every process
 * of Vedette that follows the topic answers this, and takes what another has made.
 */
final class KeyApi implements Routes {

    private static final String ALL = "/api/keys";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ID_BYTES = 6;

    private final StoredKeys keys;
    private final Topic<String, ApiKey> topic;
    private final KeyProducer producer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** A producer that is made when it is needed first. */
    @FunctionalInterface
    interface KeyProducer {
        Producer<String, ApiKey> get();
    }

    /**
     * What a key is wanted for.
     *
     * @param name whose it is
     * @param scopes what it may do
     * @param expiresAt when it ends; null for never
     * @param tenant whose it is to be; null for that of whoever makes it
     */
    record KeyForm(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt,
            @Nullable String tenant) {}

    /** What is told of a key: neither itself nor its hash. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(
            String id,
            String name,
            List<String> scopes,
            @Nullable Instant createdAt,
            String createdBy,
            @Nullable Instant expiresAt,
            @Nullable String tenant,
            @Nullable String key) {

        static KeyView of(ApiKey key, @Nullable String secret) {
            return new KeyView(
                    key.getId(),
                    key.getName(),
                    StoredKeys.words(key),
                    key.getCreatedAt(),
                    key.getCreatedBy(),
                    key.getExpiresAt(),
                    key.getTenant().isEmpty() ? null : key.getTenant(),
                    secret);
        }
    }

    KeyApi(StoredKeys keys, Topic<String, ApiKey> topic, KeyProducer producer, Clock clock) {
        this.keys = keys;
        this.topic = topic;
        this.producer = producer;
        this.clock = clock;
    }

    @Override
    public List<Endpoint> endpoints() {
        Shape view = Shape.of(KeyView.class);
        return List.of(
                Endpoint.get(ALL, "Keys to the API that were made, without the keys themselves.", this::list)
                        .needs(Scope.ADMIN)
                        .forTenants()
                        .answers(HttpStatus.OK, "By id.", Shape.many(view)),
                Endpoint.post(ALL, "Makes a key.", this::create)
                        .needs(Scope.ADMIN)
                        .forTenants()
                        .takes(Shape.of(KeyForm.class))
                        .answers(HttpStatus.CREATED, "With the key, which is told this once.", view),
                Endpoint.delete(ALL + "/{id}", "Revokes a key.", this::revoke)
                        .needs(Scope.ADMIN)
                        .forTenants()
                        .answers(
                                HttpStatus.OK,
                                "This instance takes it no more, the others as soon as they read of it.",
                                Shape.object("KeyRevoked", "id", Shape.TEXT, "revoked", Shape.TRUTH)));
    }

    private void list(Context ctx) {
        Tenant tenant = Callers.tenant(ctx);
        ctx.json(keys.all().stream()
                .filter(key -> isOf(tenant, key))
                .map(key -> KeyView.of(key, null))
                .toList());
    }

    private void create(Context ctx) throws InterruptedException, IOException {
        KeyForm form = form(ctx);
        Tenant tenant = tenant(form, Callers.tenant(ctx));
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String secret = SecretKey.create(random);
        String by = Callers.who(ctx);
        ApiKey key = ApiKey.newBuilder()
                .setId(HexFormat.of().formatHex(id))
                .setName(name(form))
                .setHash(SecretKey.hash(secret))
                .setScopes(scopes(form, tenant))
                .setTenant(tenant.name())
                .setCreatedAt(now())
                .setCreatedBy(by == null ? "" : by)
                .setExpiresAt(expiry(form))
                .build();
        write(key.getId(), key);
        ctx.status(HttpStatus.CREATED).json(KeyView.of(key, secret));
    }

    private void revoke(Context ctx) throws InterruptedException {
        String id = ctx.pathParam("id");
        if (keys.get(id).filter(key -> isOf(Callers.tenant(ctx), key)).isEmpty()) {
            throw new Problem(
                    HttpStatus.NOT_FOUND, "there is no key " + id + "; those of the configuration are revoked there");
        }
        write(id, null);
        ctx.json(Map.of("id", id, "revoked", true));
    }

    private static KeyForm form(Context ctx) throws IOException {
        KeyForm form = Json.MAPPER.readValue(ctx.bodyAsBytes(), KeyForm.class);
        if (form == null) {
            throw new Problem(HttpStatus.BAD_REQUEST, "the body is empty; send name and scopes");
        }
        return form;
    }

    private static String name(KeyForm form) {
        String name = form.name();
        if (name == null || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw invalid("name", "give up to 64 letters, digits, dots and hyphens");
        }
        return name;
    }

    /** The house knows all keys, a tenant its own. */
    private static boolean isOf(Tenant tenant, ApiKey key) {
        return tenant.isHouse() || tenant.name().equals(key.getTenant());
    }

    /** Whose the key will be: that of who makes it, who can't give it to others, unless it is the house. */
    private static Tenant tenant(KeyForm form, Tenant own) {
        String asked = form.tenant();
        if (asked == null) {
            return own;
        }
        if (!own.isHouse()) {
            if (asked.equals(own.name())) {
                return own;
            }
            throw invalid("tenant", "leave it out; a key that you make is of " + own.name() + ", as yours is");
        }
        try {
            return Tenant.of(asked);
        } catch (IllegalArgumentException e) {
            throw invalid("tenant", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> scopes(KeyForm form, Tenant tenant) {
        List<String> scopes = form.scopes();
        if (scopes == null || scopes.isEmpty()) {
            throw invalid("scopes", "give some of read, write, ingest, admin");
        }
        try {
            return scopes.stream()
                    .map(scope -> StoredKeys.written(Scope.of(scope), tenant))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw invalid("scopes", String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Instant expiry(KeyForm form) {
        Instant end = form.expiresAt();
        if (end != null && !end.isAfter(clock.instant())) {
            throw invalid("expiresAt", "it is over; give a time to come");
        }
        return end == null ? null : end.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Problem invalid(String field, String remedy) {
        return new Problem(HttpStatus.BAD_REQUEST, field + ": " + remedy).with("field", field);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void write(String id, @Nullable ApiKey key) throws InterruptedException {
        try {
            RecordMetadata at = producer.get()
                    .send(new ProducerRecord<>(topic.name(), id, key))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!keys.awaitApplied(at.partition(), at.offset(), PATIENCE)) {
                throw new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "it is written, but not read yet; look at GET /api/keys later");
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "Kafka does not take it; try again later");
        }
    }
}
