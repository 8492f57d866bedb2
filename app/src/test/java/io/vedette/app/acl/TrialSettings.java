package io.vedette.app.acl;

import io.vedette.runtime.config.Configuration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What services of one trial run with. */
final class TrialSettings {

    private TrialSettings() {}

    /**
     * The same for everybody, but for who it is.
     *
     * @param client settings of a client of that principal
     * @param canaries whether they fly
     * @param name of the trial, with which all that it has begins
     */
    static Configuration of(Map<String, String> client, boolean canaries, Path folder, String name) {
        Map<String, String> settings = new HashMap<>();
        client.forEach((key, value) -> settings.put("kafka." + key, value));
        settings.put("kafka.streams.repartition.purge.interval.ms", "1000");
        settings.put("registry.url", "mock://trial");
        settings.put("topics.prefix", name + ".");
        settings.put("topics.partitions", Integer.toString(TrialUse.PARTITIONS));
        settings.put("http.port", "0");
        settings.put("ingest.transactionalId", name + "-ingest");
        settings.put("ingest.polling.group", name + "-polling");
        settings.put("ingest.web.allow", "127.0.0.0/8");
        settings.put("ingest.web.ownHosts", "127.0.0.1");
        settings.put("ingest.evidence.folder", folder.resolve("evidence").toString());
        settings.put("ingest.kafka.0.id", "own");
        settings.put("ingest.kafka.0.topic", foreignTopic(name));
        settings.put("alerts.canaryInterval", canaries ? "1s" : "0s");
        settings.put("alerts.canaryPatience", "8s");
        settings.put("alerts.sourceHealth.gather", "500ms");
        settings.put("delivery.applicationId", name + "-delivery");
        settings.put("delivery.channels.0.name", "desk");
        settings.put("delivery.channels.0.type", "topic");
        settings.put("delivery.defaultChannels", "desk");
        for (String service : new String[] {"enrich", "alerts"}) {
            settings.put(service + ".applicationId", name + "-" + service);
            settings.put(service + ".threads", "1");
            settings.put(service + ".stateDir", folder.resolve(name).toString());
        }
        return Configuration.of(settings);
    }

    /** The topic of others that ingest reads. */
    static String foreignTopic(String name) {
        return name + ".own";
    }
}
