package io.vedette.app.doctor;

import io.vedette.app.acl.Grant;
import io.vedette.app.acl.Without;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTransactionsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Whether the principal of the configuration may do what its services do.  It asks as that principal, and so sees whatever
 * gives or denies it a permission, and needs none of its own.
 */
final class AclsCheck implements Check {

    private static final String NAME = "acls";
    private static final int MOST_LISTED = 20;

    private final Admin admin;
    private final List<Grant> grants;

    AclsCheck(Admin admin, List<Grant> grants) {
        this.admin = admin;
        this.grants = grants;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> look() throws ExecutionException, InterruptedException {
        List<Grant> unseen = new ArrayList<>();
        List<Grant> missing = new ArrayList<>(topics(unseen));
        missing.addAll(groups());
        missing.addAll(transactions());
        List<Finding> findings = new ArrayList<>();
        missing.stream().limit(MOST_LISTED).forEach(grant -> findings.add(finding(grant)));
        if (missing.size() > MOST_LISTED) {
            findings.add(Finding.wrong(
                    NAME,
                    missing.size() - MOST_LISTED + " more permissions are missing",
                    "vedette topics acls gives all"));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(NAME, grants.size() - unseen.size() + " permissions are there"));
        }
        if (!unseen.isEmpty()) {
            findings.add(Finding.unknown(
                    NAME,
                    unseen.size() + " permissions can't be seen before their topics are there, "
                            + unseen.get(0).permission().resource().name() + " for one",
                    "Kafka Streams makes these topics when the service starts: run vedette doctor again then"));
        }
        return findings;
    }

    private static Finding finding(Grant grant) {
        ResourcePattern resource = grant.permission().resource();
        String what =
                grant.role().label() + " may not " + word(grant.permission().operation()) + " "
                        + word(resource.resourceType()).replace('_', ' ') + " " + resource.name()
                        + (resource.patternType() == PatternType.PREFIXED ? "*" : "");
        String remedy = "vedette topics acls --role " + grant.role().label() + " --apply";
        Without.Effect effect = Without.of(grant).map(Without.Row::effect).orElse(null);
        if (effect == null) {
            return Finding.wrong(NAME, what, remedy);
        }
        String told = what + ": it " + effect.words();
        return effect == Without.Effect.START || effect == Without.Effect.FIRST_USE
                ? Finding.wrong(NAME, told, remedy)
                : Finding.warning(NAME, told, remedy);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A topic that is there tells what may be done with it; of one that is not, it can be tried whether it may be made. */
    private List<Grant> topics(List<Grant> unseen) throws ExecutionException, InterruptedException {
        Map<String, List<Grant>> wanted = of(ResourceType.TOPIC);
        Visible visible = Visible.of(admin, wanted.keySet(), true);
        List<Grant> missing = new ArrayList<>();
        for (Map.Entry<String, List<Grant>> topic : wanted.entrySet()) {
            TopicDescription there = visible.topics().get(topic.getKey());
            for (Grant grant : topic.getValue()) {
                AclOperation operation = grant.permission().operation();
                if (visible.hidden().contains(topic.getKey())) {
                    missing.add(grant);
                } else if (there == null && operation == AclOperation.CREATE) {
                    if (!mayCreate(topic.getKey())) {
                        missing.add(grant);
                    }
                } else if (there == null) {
                    unseen.add(grant);
                } else if (!may(there.authorizedOperations(), operation)) {
                    missing.add(grant);
                }
            }
        }
        return missing;
    }

    private static boolean may(Set<AclOperation> authorized, AclOperation operation) {
        return authorized.contains(operation) || authorized.contains(AclOperation.ALL);
    }

    private boolean mayCreate(String topic) throws InterruptedException {
        try {
            admin.createTopics(
                            List.of(new NewTopic(topic, 1, (short) -1)), new CreateTopicsOptions().validateOnly(true))
                    .all()
                    .get();
            return true;
        } catch (ExecutionException e) {
            return !(e.getCause() instanceof AuthorizationException);
        }
    }

    /** Whether they may be described, which whoever may read them may; a group that is there tells more. */
    private List<Grant> groups() throws InterruptedException {
        Map<String, List<Grant>> wanted = of(ResourceType.GROUP);
        List<Grant> missing = new ArrayList<>();
        if (wanted.isEmpty()) {
            return missing;
        }
        Map<String, KafkaFuture<ConsumerGroupDescription>> described = admin.describeConsumerGroups(
                        wanted.keySet(), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                .describedGroups();
        for (Map.Entry<String, KafkaFuture<ConsumerGroupDescription>> group : described.entrySet()) {
            if (!mayRead(group.getValue())) {
                missing.addAll(wanted.getOrDefault(group.getKey(), List.of()));
            }
        }
        return missing;
    }

    private static boolean mayRead(KafkaFuture<ConsumerGroupDescription> group) throws InterruptedException {
        try {
            Set<AclOperation> operations = group.get().authorizedOperations();
            return operations == null || may(operations, AclOperation.READ);
        } catch (ExecutionException e) {
            // one that is not there yet may be described all the same
            return !(e.getCause() instanceof AuthorizationException);
        }
    }

    /** Whether ids that begin so may be described, which whoever may write under them may. */
    private List<Grant> transactions() throws InterruptedException {
        Map<String, List<Grant>> wanted = of(ResourceType.TRANSACTIONAL_ID);
        List<Grant> missing = new ArrayList<>();
        DescribeTransactionsResult described = admin.describeTransactions(
                wanted.keySet().stream().map(AclsCheck::someId).toList());
        for (Map.Entry<String, List<Grant>> ids : wanted.entrySet()) {
            KafkaFuture<?> answer = described.description(someId(ids.getKey()));
            try {
                answer.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AuthorizationException) {
                    missing.addAll(ids.getValue());
                }
            }
        }
        return missing;
    }

    private static String someId(String start) {
        return start + "doctor";
    }

    /** By name, those that mean one thing by it and those that begin so. */
    private Map<String, List<Grant>> of(ResourceType type) {
        return grants.stream()
                .filter(grant -> grant.permission().resource().resourceType() == type)
                .collect(Collectors.groupingBy(
                        grant -> grant.permission().resource().name(), LinkedHashMap::new, Collectors.toList()));
    }
}
