package io.vedette.app.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vedette.alerts.watch.WatchFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Watches on their way from a file to the API, key by key as their author wrote them: YAML and JSON have the same keys. */
public final class WatchNodes {

    private WatchNodes() {}

    /**
     * The watches of a file, in its order.
     *
     * @param name what messages call it
     * @throws io.vedette.alerts.watch.WatchFileException if it is no such file: the line and the remedy are in its message
     */
    public static List<JsonNode> read(String name, byte[] yaml) throws IOException {
        WatchFile.read(name, new ByteArrayInputStream(yaml));
        List<JsonNode> watches = new ArrayList<>();
        new YAMLMapper().readTree(yaml).forEach(watches::add);
        return watches;
    }
}
