package io.vedette.app.command;

import io.vedette.app.acl.Role;
import io.vedette.app.doctor.Doctor;
import io.vedette.app.doctor.Finding;
import io.vedette.app.doctor.Finding.Status;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vedette doctor}. */
@Command(
        name = "doctor",
        description = {
            "Looks at broker, topics, replicas, permissions, registry, clock and disk as the services of a"
                    + " configuration see them, and says what to do about what is not well.",
            "Run it with the configuration of a service, on its machine: it looks as the principal that is written"
                    + " there.  It writes nothing."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: nothing is wrong; there may be warnings",
            "1: something is wrong",
            "64: wrong arguments or configuration",
            "66: the configuration file can't be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette doctor --config vedette.yaml",
            "  vedette doctor --service ingest --config ingest.yaml --json"
        })
public final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--service",
            split = ",",
            paramLabel = "SERVICE",
            description =
                    "Whose permissions the principal should have: ingest, enrich, alerts (default: these three), reprocess.")
    private List<Role> services = Role.SERVICES;

    @Option(names = "--json", description = "A JSON object a line.")
    private boolean json;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    public DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!Role.PROGRAMS.containsAll(services)) {
            throw new StartupException(ExitCode.USAGE, "--service: give ingest, enrich, alerts or reprocess");
        }
        List<Finding> findings = new Doctor(config.configuration(), services, Clock.systemUTC())
                .examine(finding -> terminal.result(json ? json(finding) : text(finding)));
        long wrong = count(findings, Status.WRONG);
        terminal.note(wrong + " wrong, " + count(findings, Status.WARNING) + " to be seen to, "
                + count(findings, Status.UNKNOWN) + " not seen, " + count(findings, Status.OK) + " well");
        return (wrong == 0 ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private static long count(List<Finding> findings, Status status) {
        return findings.stream().filter(finding -> finding.status() == status).count();
    }

    private String text(Finding finding) {
        String status = String.format(Locale.ROOT, "%-8s", word(finding.status()));
        String remedy = finding.remedy();
        return style(finding.status()).on(status, terminal.colour())
                + String.format(Locale.ROOT, "%-9s", finding.check())
                + finding.what()
                + (remedy == null ? "" : Style.DIM.on("\n                 " + remedy, terminal.colour()));
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Style style(Status status) {
        return switch (status) {
            case OK -> Style.CYAN;
            case UNKNOWN -> Style.DIM;
            case WARNING -> Style.YELLOW;
            case WRONG -> Style.RED;
        };
    }

    private static String json(Finding finding) {
        return Json.MAPPER
                .createObjectNode()
                .put("check", finding.check())
                .put("status", finding.status().name())
                .put("what", finding.what())
                .put("remedy", finding.remedy())
                .toString();
    }
}
