package io.vedette.app.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vedette.ingest.source.InvalidSourceException;
import io.vedette.ingest.source.SourceForm;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of sources: OPML, told by its beginning, and YAML or JSON, which is a list of the form or one of it. */
public final class SourceFiles {

    private static final int BEGINNING = 400;

    private SourceFiles() {}

    /**
     * The sources of a file, in its order.
     *
     * @throws StartupException if it is no such file: where it breaks, and what to do
     */
    public static List<ListedSource> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (isXml(bytes)) {
            return OpmlSources.read(file.toString(), bytes);
        }
        try {
            return yaml(file, new YAMLMapper().readTree(bytes));
        } catch (JsonProcessingException e) {
            throw new StartupException(ExitCode.DATA, file + where(e) + ": is neither OPML nor YAML: " + problem(e), e);
        }
    }

    private static List<ListedSource> yaml(Path file, JsonNode root) {
        if (!root.isArray() && !root.isObject()) {
            throw new StartupException(
                    ExitCode.DATA, file + ": holds no sources; write a list of id and url, or give an OPML file");
        }
        List<ListedSource> sources = new ArrayList<>();
        for (JsonNode entry : root.isArray() ? root : List.of(root)) {
            String where = file + ": entry " + (sources.size() + 1);
            try {
                sources.add(new ListedSource(where, SourceForm.read(entry), true));
            } catch (JsonProcessingException e) {
                throw new StartupException(ExitCode.DATA, where + ": " + problem(e), e);
            } catch (InvalidSourceException e) {
                throw new StartupException(ExitCode.DATA, where + ": " + e.getMessage(), e);
            }
        }
        return sources;
    }

    /** In any encoding that has letters of one byte, or of two. */
    private static boolean isXml(byte[] bytes) {
        String beginning =
                new String(bytes, 0, Math.min(BEGINNING, bytes.length), StandardCharsets.ISO_8859_1).replace("\0", "");
        return beginning.replaceFirst("^[^<\\w\\[{#-]+", "").startsWith("<");
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
    }

    private static String problem(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("it can't be read");
    }
}
