package io.vedette.app.doctor;

import io.vedette.runtime.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether there is room on this machine where state, the view and evidence are kept, and whether they can be written. */
final class DiskCheck implements Check {

    private static final long GIGABYTE = 1L << 30;
    private static final long TOO_LITTLE = GIGABYTE;
    private static final long LITTLE = 5 * GIGABYTE;

    private final Set<Path> folders = new LinkedHashSet<>();

    DiskCheck(Configuration configuration) {
        folders.add(configuration.enrich().stateDir());
        folders.add(configuration.alerts().stateDir());
        Path view = configuration.alerts().view().dir();
        if (view != null) {
            folders.add(view);
        }
        folders.add(configuration.ingest().evidence().folder());
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        folders.forEach(folder -> findings.add(look(folder)));
        return findings;
    }

    private Finding look(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return Finding.wrong(
                    name(), folder + " can't be written", "give " + there + " to the user that the service runs as");
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String has = folder + " has " + String.format(Locale.ROOT, "%.1f", (double) free / GIGABYTE) + " GB free";
            if (free < TOO_LITTLE) {
                return Finding.wrong(name(), has, "make room, or configure another folder");
            }
            return free < LITTLE
                    ? Finding.warning(name(), has, "make room before it is needed")
                    : Finding.ok(name(), has);
        } catch (IOException e) {
            return Finding.unknown(name(), folder + ": " + Doctor.reason(e), "look whether its file system is mounted");
        }
    }
}
