package io.vedette.app.command;

import io.vedette.app.deadletter.DeadLetterPrinter;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.deadletter.Address;
import io.vedette.runtime.deadletter.DeadLetter;
import io.vedette.runtime.deadletter.DeadLetterBox;
import io.vedette.runtime.deadletter.DeadLetterFilter;
import io.vedette.runtime.deadletter.DeadLetterReplay;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette deadletters replay}. */
@Command(
        name = "replay",
        description = {
            "Sends dead letters once more to the topic that they were read from, each once: those that were sent before are"
                    + " passed over.",
            "Mend first what made them fail. Articles that were enriched meanwhile are known and come to nothing."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: all were sent",
            "2: some can't be sent",
            "64: wrong arguments or configuration",
            "66: there are none",
            "69: broker away"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette deadletters replay enrich:0:17 enrich:0:18",
            "  vedette deadletters replay --service enrich --since 12h --dry-run",
            "  vedette deadletters replay --all"
        })
final class DeadLettersReplay implements Callable<Integer> {

    private static final int IN_ONE_TRANSACTION = 100;

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final DeadLetterOptions which = new DeadLetterOptions();

    @Parameters(paramLabel = "ADDRESS", arity = "0..*", description = "These, as list names them: enrich:0:17.")
    private List<String> addresses = new ArrayList<>();

    @Option(names = "--all", description = "All that were not sent yet.")
    private boolean all;

    @Option(names = "--again", description = "Also those that were sent before.")
    private boolean again;

    @Option(names = "--dry-run", description = "Says what would be sent and sends nothing.")
    private boolean dryRun;

    private int found;
    private int passedOver;
    private int sent;
    private int refused;

    DeadLettersReplay(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (addresses.isEmpty() && which.isEmpty() && !all) {
            throw DeadLetterOptions.usage("which ones? Give addresses, --service, --reason, --topic, --since or --all");
        }
        Configuration configuration = config.configuration();
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            if (dryRun) {
                // without a producer: to look ends no replay that is under way
                try (DeadLetterBox box = new DeadLetterBox(configuration, topics)) {
                    tell(box, topics);
                }
            } else {
                try (DeadLetterBox box = new DeadLetterBox(configuration, topics);
                        DeadLetterBox originals = new DeadLetterBox(configuration, topics);
                        DeadLetterReplay replay = new DeadLetterReplay(configuration, topics, originals)) {
                    send(box, replay);
                }
            }
        }
        return report();
    }

    private void tell(DeadLetterBox box, Topics topics) {
        DeadLetterPrinter printer = new DeadLetterPrinter(terminal);
        visit(box, letter -> {
            printer.line(letter, null);
            String reason = DeadLetterReplay.refusal(topics, letter);
            if (reason == null) {
                sent++;
            } else {
                refused++;
                terminal.note(letter.address() + " can't be sent: " + reason);
            }
        });
    }

    private void send(DeadLetterBox box, DeadLetterReplay replay) {
        List<DeadLetter> batch = new ArrayList<>();
        visit(box, letter -> {
            batch.add(letter);
            if (batch.size() == IN_ONE_TRANSACTION) {
                send(replay, batch);
            }
        });
        send(replay, batch);
    }

    /** Goes through what is to be sent. */
    private void visit(DeadLetterBox box, Consumer<DeadLetter> visitor) {
        box.visit(services(), filter(), (letter, replayed) -> {
            found++;
            if (replayed != null && !again) {
                passedOver++;
            } else {
                visitor.accept(letter);
            }
        });
    }

    private void send(DeadLetterReplay replay, List<DeadLetter> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<String> reasons = replay.send(batch);
            reasons.forEach(reason -> terminal.note("can't be sent: " + reason));
            refused += reasons.size();
            sent += batch.size() - reasons.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted; none of the last " + batch.size() + " was sent", e);
        }
        batch.clear();
        if (terminal.progress()) {
            terminal.note(sent + " sent");
        }
    }

    private Integer report() {
        if (found == 0) {
            terminal.note("there are no dead letters of these; vedette deadletters list names those there are");
            return ExitCode.NO_INPUT.code();
        }
        terminal.result(sent
                + (dryRun ? " would be sent" : " sent")
                + (refused > 0 ? ", " + refused + " refused" : "")
                + (passedOver > 0
                        ? ", " + passedOver + " passed over: they were sent before (--again sends them)"
                        : ""));
        return (refused > 0 ? ExitCode.SOME_INPUT_BAD : ExitCode.OK).code();
    }

    private List<String> services() {
        if (addresses.isEmpty()) {
            return which.services();
        }
        Set<String> services = new LinkedHashSet<>();
        addresses.forEach(
                address -> services.add(DeadLetterOptions.address(address).service()));
        return List.copyOf(services);
    }

    private DeadLetterFilter filter() {
        DeadLetterFilter filter = which.filter(Instant.now());
        Set<Address> wanted = new LinkedHashSet<>();
        addresses.forEach(address -> wanted.add(DeadLetterOptions.address(address)));
        return new DeadLetterFilter(wanted, filter.reason(), filter.topic(), filter.since());
    }
}
