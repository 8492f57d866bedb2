package io.vedette.runtime.deadletter;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.DeadLettersConfig;
import io.vedette.runtime.deadletter.DeadLetterBox.Found;
import io.vedette.runtime.deadletter.DeadLetterBox.Latest;
import io.vedette.runtime.deadletter.DeadLetterView.LetterPlace;
import io.vedette.runtime.deadletter.DeadLetterView.ReplayDone;
import io.vedette.runtime.deadletter.DeadLetterView.ReplayRefused;
import io.vedette.runtime.deadletter.DeadLetterView.ReplayWanted;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** The dead letters over HTTP, for callers with the scope admin: the latest, one with all that it has, and sending them once more. */
final class DeadLetterApi implements Routes {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 1_000;

    private final Configuration configuration;
    private final DeadLettersConfig limits;
    private final KafkaClients clients;
    private final Topics topics;
    private final Map<String, String> topicOf;
    private final PayloadText texts;
    private final Clock clock;
    private final Semaphore readers;
    private final ReentrantLock replaying = new ReentrantLock();

    /** @param clock says when now is, for times such as {@code -7d} */
    DeadLetterApi(Configuration configuration, Topics topics, PayloadText texts, Clock clock) {
        this.configuration = configuration;
        this.limits = configuration.http().deadLetters();
        this.clients = new KafkaClients(configuration.kafka());
        this.topics = topics;
        this.topicOf = DeadLetterBox.topics(topics);
        this.texts = texts;
        this.clock = clock;
        this.readers = new Semaphore(limits.readers());
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/deadletters", "The latest records that could not be processed.", this::list)
                        .needs(Scope.ADMIN)
                        .query(
                                "topic",
                                "A topic of dead letters, or whose they are: ingest, enrich, alerts.",
                                Shape.TEXT)
                        .query("from", "First moment: 2026-11-23T06:00:00Z, a day in UTC, or -7d.", Shape.TEXT)
                        .query("reason", "A part of the exception's class or message, in any case.", Shape.TEXT)
                        .query("limit", "How many at most; 50 if not given.", Shape.WHOLE_NUMBER)
                        .answers(HttpStatus.OK, "The latest first.", Shape.of(DeadLetterView.DeadLetterPage.class)),
                Endpoint.get("/api/deadletters/{topic}/{partition}/{offset}", "One with all that it has.", this::one)
                        .needs(Scope.ADMIN)
                        .answers(HttpStatus.OK, "The dead letter.", Shape.of(DeadLetterView.DeadLetterDetails.class)),
                Endpoint.post(
                                "/api/deadletters/replay",
                                "Sends dead letters once more to where they were read, each that was not sent before.",
                                this::replay)
                        .needs(Scope.ADMIN)
                        .takes(Shape.of(ReplayWanted.class))
                        .answers(HttpStatus.OK, "What became of each.", Shape.of(ReplayDone.class)));
    }

    private void list(Context ctx) {
        String topic = Parameters.text(ctx, "topic");
        List<String> services = topic == null ? List.of() : List.of(service(topic, HttpStatus.BAD_REQUEST));
        Instant from = Parameters.time(ctx, "from", clock.instant());
        int limit = Parameters.number(ctx, "limit", PAGE, 1, LONGEST_PAGE);
        DeadLetterFilter filter = new DeadLetterFilter(Set.of(), Parameters.text(ctx, "reason"), null, from);
        Latest latest = reading(box -> box.latest(services, filter, limit, limits.records()));
        ctx.json(new DeadLetterView.DeadLetterPage(
                latest.letters().stream()
                        .map(found -> DeadLetterView.of(found, topic(found)))
                        .toList(),
                latest.all()));
    }

    private void one(Context ctx) {
        Address address = new Address(
                service(ctx.pathParam("topic"), HttpStatus.NOT_FOUND),
                (int) number(ctx.pathParam("partition"), Integer.MAX_VALUE),
                number(ctx.pathParam("offset"), Long.MAX_VALUE));
        Found found = reading(box -> box.find(Set.of(address), limits.records())).stream()
                .findFirst()
                .orElseThrow(() -> none(address));
        ctx.json(DeadLetterView.DeadLetterDetails.of(
                found, topic(found), texts, limits.textLimit(), DeadLetterReplay.refusal(topics, found.letter())));
    }

    private void replay(Context ctx) throws IOException {
        Set<Address> wanted = wanted(Json.MAPPER.readValue(ctx.bodyInputStream(), ReplayWanted.class));
        if (!replaying.tryLock()) {
            throw new Problem(
                    HttpStatus.CONFLICT, "another replay is under way here; look at what it has sent, then try again");
        }
        try {
            ctx.json(replay(wanted));
        } finally {
            replaying.unlock();
        }
    }

    private ReplayDone replay(Set<Address> wanted) {
        return reading(originals -> {
            // the producer first: it ends a replay that runs elsewhere, whose marks are then to be seen or never come
            try (DeadLetterReplay replay = new DeadLetterReplay(configuration, topics, originals);
                    DeadLetterBox box = new DeadLetterBox(clients, topics, limits.patience())) {
                List<Found> found = box.find(wanted, limits.records());
                Set<Address> missing = new LinkedHashSet<>(wanted);
                found.forEach(one -> missing.remove(one.letter().address()));
                List<ReplayRefused> refused = new ArrayList<>();
                missing.forEach(address -> refused.add(new ReplayRefused(address.toString(), "there is none")));
                List<DeadLetter> fresh = found.stream()
                        .filter(one -> one.replayed() == null)
                        .map(Found::letter)
                        .toList();
                Map<Address, String> reasons = replay.sendAll(fresh);
                reasons.forEach((address, reason) -> refused.add(new ReplayRefused(address.toString(), reason)));
                return new ReplayDone(
                        fresh.stream()
                                .map(DeadLetter::address)
                                .filter(address -> !reasons.containsKey(address))
                                .map(Address::toString)
                                .toList(),
                        found.stream()
                                .filter(one -> one.replayed() != null)
                                .map(one -> one.letter().address().toString())
                                .toList(),
                        refused);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "interrupted; none was sent");
            }
        });
    }

    private Set<Address> wanted(ReplayWanted wanted) {
        String topic = wanted.topic();
        List<LetterPlace> records = wanted.records();
        if (topic == null) {
            throw field("topic", "is missing: in which topic do they lie?");
        }
        if (records == null || records.isEmpty()) {
            throw field("records", "is missing: give partition and offset of each");
        }
        if (records.size() > limits.batch()) {
            throw field(
                    "records",
                    "has " + records.size() + "; http.deadLetters.batch allows " + limits.batch() + " in one request");
        }
        String service = service(topic, HttpStatus.BAD_REQUEST);
        return records.stream()
                .map(record -> address(service, record))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Address address(String service, LetterPlace record) {
        Integer partition = record.partition();
        Long offset = record.offset();
        if (partition == null || offset == null || partition < 0 || offset < 0) {
            throw field("records", "needs partition and offset of each, from 0");
        }
        return new Address(service, partition, offset);
    }

    /** Answers 503 where too many read, or Kafka does not give what is asked. */
    private <T> T reading(Function<DeadLetterBox, T> reading) {
        if (!readers.tryAcquire()) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "as many look at dead letters as http.deadLetters.readers permits; try again in a moment");
        }
        try (DeadLetterBox box = new DeadLetterBox(clients, topics, limits.patience())) {
            return reading.apply(box);
        } catch (TooFarBackException e) {
            throw new Problem(HttpStatus.CONFLICT, e.getMessage());
        } catch (ProducerFencedException e) {
            throw new Problem(HttpStatus.CONFLICT, "another replay has begun; none of these was sent");
        } catch (KafkaException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "Kafka does not do it now: " + Trouble.describe(e));
        } finally {
            readers.release();
        }
    }

    private String service(String topicOrService, HttpStatus otherwise) {
        for (Map.Entry<String, String> known : topicOf.entrySet()) {
            if (known.getKey().equals(topicOrService) || known.getValue().equals(topicOrService)) {
                return known.getKey();
            }
        }
        throw new Problem(
                        otherwise,
                        "topic: \"" + topicOrService + "\" has no dead letters; there are "
                                + String.join(", ", topicOf.values()))
                .with("parameter", "topic");
    }

    private String topic(Found found) {
        return topicOf.getOrDefault(found.letter().address().service(), "");
    }

    private static long number(String text, long max) {
        if (text.matches("\\d{1,18}") && Long.parseLong(text) <= max) {
            return Long.parseLong(text);
        }
        throw new Problem(HttpStatus.NOT_FOUND, "\"" + text + "\" is no partition or offset");
    }

    private static Problem none(Address address) {
        return new Problem(HttpStatus.NOT_FOUND, "there is no dead letter " + address);
    }

    private static Problem field(String field, String problem) {
        return new Problem(HttpStatus.BAD_REQUEST, field + ": " + problem).with("field", field);
    }
}
