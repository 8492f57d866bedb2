package io.vedette.app.command;

import io.vedette.app.deadletter.DeadLetterPrinter;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.deadletter.Address;
import io.vedette.runtime.deadletter.DeadLetter;
import io.vedette.runtime.deadletter.DeadLetterBox;
import io.vedette.runtime.deadletter.DeadLetterFilter;
import io.vedette.runtime.deadletter.PayloadText;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette deadletters}. */
@Command(
        name = "deadletters",
        description = "Lists and shows records that could not be processed, and sends them once more.",
        synopsisSubcommandLabel = "list|show|replay",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette deadletters list --since 12h",
            "  vedette deadletters show enrich:0:17",
            "  vedette deadletters replay --service enrich --reason StepException --dry-run"
        })
public final class DeadLettersCommand {

    private DeadLettersCommand() {}

    /** The command with its own commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new DeadLettersCommand())
                .addSubcommand(new ListAll(terminal))
                .addSubcommand(new Show(terminal))
                .addSubcommand(new DeadLettersReplay(terminal));
    }

    /** {@code vedette deadletters list}. */
    @Command(
            name = "list",
            description = {
                "Lists dead letters, the latest last: address, time, where it was read when it failed, what went wrong.",
                "One that was sent once more says when."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0: done", "64: wrong arguments or configuration", "69: broker away"},
            footerHeading = "%nExamples:%n",
            footer = {
                "  vedette deadletters list --service ingest --since 2026-11-22",
                "  vedette deadletters list --format json | jq -r .address"
            })
    static final class ListAll implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private final ConfigOptions config = new ConfigOptions();

        @Mixin
        private final DeadLetterOptions which = new DeadLetterOptions();

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "50",
                description = "The latest N of them (default: 50).")
        private int limit = 50;

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                defaultValue = "TEXT",
                description = "text or json, an object a line (default: text).")
        private OutputFormat format = OutputFormat.TEXT;

        private record Listed(DeadLetter letter, @Nullable Instant replayed) {}

        ListAll(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Configuration configuration = config.configuration();
            Deque<Listed> latest = new ArrayDeque<>();
            int[] all = {0};
            try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
                    DeadLetterBox box = new DeadLetterBox(
                            configuration, new Topics(configuration.topics().settings(), serdes))) {
                box.visit(which.services(), which.filter(Instant.now()), (letter, replayed) -> {
                    all[0]++;
                    latest.addLast(new Listed(letter, replayed));
                    if (latest.size() > limit) {
                        latest.removeFirst();
                    }
                });
            }
            DeadLetterPrinter printer = new DeadLetterPrinter(terminal);
            for (Listed one : latest) {
                if (format == OutputFormat.JSON) {
                    printer.json(one.letter(), one.replayed());
                } else {
                    printer.line(one.letter(), one.replayed());
                }
            }
            if (all[0] == 0) {
                terminal.note("no dead letters" + (which.isEmpty() ? "" : " of these"));
            } else if (all[0] > latest.size()) {
                terminal.note("these are the latest " + latest.size() + " of " + all[0] + "; give --limit for more");
            }
            return ExitCode.OK.code();
        }
    }

    /** {@code vedette deadletters show}. */
    @Command(
            name = "show",
            description = "Shows one dead letter: what went wrong and where, its headers, its key and its value.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0: done", "64: wrong arguments or configuration", "66: there is none", "69: broker away"},
            footerHeading = "%nExamples:%n",
            footer = {
                "  vedette deadletters show enrich:0:17",
                "  vedette deadletters show ingest:0:3 --save article.avro"
            })
    static final class Show implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private final ConfigOptions config = new ConfigOptions();

        @Parameters(paramLabel = "ADDRESS", description = "As list names it: enrich:0:17.")
        private String address = "";

        @Option(names = "--save", paramLabel = "FILE", description = "Also writes the value's bytes into this file.")
        private @Nullable Path save;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            Address wanted = DeadLetterOptions.address(address);
            Configuration configuration = config.configuration();
            AtomicReference<@Nullable DeadLetter> found = new AtomicReference<>();
            try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
                    DeadLetterBox box = new DeadLetterBox(
                            configuration, new Topics(configuration.topics().settings(), serdes))) {
                DeadLetterPrinter printer = new DeadLetterPrinter(terminal);
                PayloadText payload = new PayloadText(serdes.client());
                box.visit(List.of(wanted.service()), DeadLetterFilter.of(Set.of(wanted)), (letter, replayed) -> {
                    found.set(letter);
                    printer.whole(letter, replayed, payload);
                });
            }
            DeadLetter letter = found.get();
            if (letter == null) {
                terminal.note("there is no dead letter " + wanted + "; vedette deadletters list names those there are");
                return ExitCode.NO_INPUT.code();
            }
            save(letter);
            return ExitCode.OK.code();
        }

        private void save(DeadLetter letter) throws IOException {
            byte[] value = letter.value();
            if (save != null && value != null) {
                Files.write(save, value);
                terminal.note(value.length + " bytes written to " + save);
            } else if (save != null) {
                terminal.note("there is no value to save");
            }
        }
    }
}
