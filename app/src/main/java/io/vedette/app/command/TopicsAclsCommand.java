package io.vedette.app.command;

import io.vedette.app.acl.AclFormat;
import io.vedette.app.acl.AclSetup;
import io.vedette.app.acl.Grant;
import io.vedette.app.acl.Grants;
import io.vedette.app.acl.Role;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.config.Configuration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vedette topics acls}. */
@Command(
        name = "acls",
        description = {
            "Writes or gives the permissions that the services need in Kafka, and no others.",
            "Each service has a principal of its own: User:vedette-ingest, User:vedette-enrich, User:vedette-alerts; so"
                    + " have those who read what Vedette makes, User:vedette-reader, and those who write articles,"
                    + " User:vedette-producer."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: written or given",
            "64: wrong arguments or configuration",
            "69: the broker is away",
            "78: the broker has no authorizer, or does not let this principal change ACLs"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette topics acls --config vedette.yaml > acls.sh",
            "  vedette topics acls --format yaml --role alerts --principal alerts=User:CN=alerts,O=Example",
            "  vedette topics acls --apply --dry-run --config admin.yaml"
        })
final class TopicsAclsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "sh, which calls kafka-acls.sh, json or yaml (default: sh).")
    private AclFormat format = AclFormat.SH;

    @Option(
            names = "--role",
            split = ",",
            paramLabel = "ROLE",
            description = "Only of these: ingest, enrich, alerts, reprocess, reader, producer (default: all).")
    private List<Role> roles = List.of(Role.values());

    @Option(
            names = "--principal",
            paramLabel = "ROLE=PRINCIPAL",
            description = "As whom the broker knows it, such as ingest=User:CN=ingest.")
    private Map<Role, String> principals = new EnumMap<>(Role.class);

    @Option(names = "--apply", description = "Gives the broker those that are missing; takes none away.")
    private boolean apply;

    @Option(names = "--dry-run", description = "With --apply: says what it would give, and gives nothing.")
    private boolean dryRun;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    TopicsAclsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = config.configuration();
        List<Grant> grants = Grants.of(configuration, roles, principals);
        if (apply || dryRun) {
            give(new AclSetup(configuration), grants);
        } else {
            terminal.out().print(format.write(grants, configuration.kafka().bootstrapServers()));
            terminal.out().flush();
        }
        return ExitCode.OK.code();
    }

    private void give(AclSetup setup, List<Grant> grants) throws InterruptedException {
        AclSetup.Difference difference = dryRun ? setup.difference(grants) : setup.apply(grants);
        difference.missing().forEach(binding -> terminal.result(line(binding)));
        int missing = difference.missing().size();
        terminal.note(missing + (dryRun ? " would be given; " : " given; ") + (grants.size() - missing)
                + " were there already");
        if (!difference.superfluous().isEmpty()) {
            terminal.note(difference.superfluous().size() + " of the same principals are not needed, and stay:");
            difference.superfluous().forEach(binding -> terminal.note("  " + line(binding)));
        }
    }

    private static String line(AclBinding binding) {
        return binding.entry().principal() + " "
                + binding.entry().permissionType().name().toLowerCase(Locale.ROOT) + " "
                + binding.entry().operation() + " "
                + binding.pattern().resourceType() + " "
                + binding.pattern().name()
                + (binding.pattern().patternType() == PatternType.PREFIXED ? "*" : "");
    }
}
