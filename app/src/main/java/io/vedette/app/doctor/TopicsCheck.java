package io.vedette.app.doctor;

import io.vedette.app.topics.TopicDiff;
import io.vedette.app.topics.TopicDifference;
import io.vedette.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.AuthorizationException;

/** Whether the topics are there and as they should be, which is what {@code vedette topics diff} says. */
final class TopicsCheck implements Check {

    private final Admin admin;
    private final List<Topic<?, ?>> wanted;

    TopicsCheck(Admin admin, List<Topic<?, ?>> wanted) {
        this.admin = admin;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public List<Finding> look() throws ExecutionException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Visible visible = Visible.of(admin, wanted.stream().map(Topic::name).toList(), false);
        Map<String, TopicDescription> found = visible.topics();
        Map<String, Config> configs = Map.of();
        try {
            configs = new TopicDiff(admin).configs(found.keySet());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
        }
        List<Topic<?, ?>> seen = wanted.stream()
                .filter(topic -> !visible.hidden().contains(topic.name()))
                .toList();
        for (TopicDifference difference : TopicDiff.differences(seen, found, configs)) {
            findings.add(finding(difference));
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.ok(name(), found.size() + " topics are there, with the partitions that they should have"));
        }
        if (configs.isEmpty() && !found.isEmpty()) {
            findings.add(Finding.unknown(
                    name(),
                    "this principal may not see cleanup, retention and sizes",
                    "for these run vedette topics diff as one that may describe configurations"));
        }
        if (!visible.hidden().isEmpty()) {
            findings.add(Finding.unknown(
                    name(),
                    visible.hidden().size() + " topics can't be seen by this principal, "
                            + visible.hidden().get(0) + " for one",
                    "no remedy is needed where other services have principals of their own"));
        }
        return findings;
    }

    private Finding finding(TopicDifference difference) {
        String found = difference.found();
        if (found == null) {
            return Finding.wrong(name(), difference.topic() + " is not there", difference.remedy());
        }
        String what = difference.topic() + " has " + difference.property() + " " + (found.isEmpty() ? "unset" : found)
                + ", not " + difference.wanted();
        return difference.property().equals("partitions")
                ? Finding.wrong(name(), what, difference.remedy())
                : Finding.warning(name(), what, difference.remedy());
    }
}
