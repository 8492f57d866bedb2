package io.vedette.app.command;

import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.article.Counter;
import io.vedette.app.lifecycle.Cleanup;
import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.file.Columns;
import io.vedette.ingest.file.FileIngest;
import io.vedette.ingest.file.IngestListener;
import io.vedette.ingest.file.IngestReport;
import io.vedette.ingest.file.Layout;
import io.vedette.ingest.file.Pace;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.ingest.mapping.Mapping;
import io.vedette.ingest.mapping.MappingException;
import io.vedette.ingest.mapping.Mappings;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code vedette ingest}. */
@Command(
        name = "ingest",
        description = {
            "Publishes articles, from files or as a service.",
            "With files, reads these once and ends: JSON Lines, CSV, plain text, HTML, mail, WARC, folders of them, each also"
                    + " as .gz, .zst or .bz2; what an earlier run has read is passed over.  Without, runs the service: the files and feeds of the"
                    + " configuration, and POST /api/articles."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: everything was published",
            "2: the good part was published, the rest was refused",
            "64: wrong arguments or configuration",
            "66: a file can't be read",
            "69: Kafka does not take the articles, or the port is taken",
            "78: topics or schemas are missing: run vedette topics create",
            "130: ended by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette ingest articles.jsonl pages/",
            "  vedette ingest --mapping gdelt-gkg 20261101000000.gkg.csv",
            "  vedette ingest --columns text=content,date=day,source=paper archive.csv.zst",
            "  vedette ingest CC-NEWS-20261101000000-00001.warc.gz",
            "  vedette ingest --lane backfill --rate 500 archive/",
            "  zcat articles.jsonl.gz | vedette ingest -",
            "  vedette ingest --config vedette.yaml"
        })
public final class IngestCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--columns",
            paramLabel = "FIELD=COLUMN,...",
            converter = ColumnsConverter.class,
            description = "Which columns of tables hold which fields of an article, where their names don't say so.")
    private Columns columns = Columns.BY_NAME;

    @Option(
            names = "--lane",
            paramLabel = "LANE",
            description =
                    "Where the articles of the files go: live, where they are news, or backfill, where they are tagged"
                            + " and found but nobody is alerted (default: live).")
    private Lane lane = Lane.LIVE;

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = PaceConverter.class,
            description = "The most articles a second of the files (default: as fast as it goes).")
    private Pace pace = Pace.unlimited();

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            description =
                    "The mapping by which the files are read, one row or JSON object a line, whatever they are called:"
                            + " a .yaml, or the name of one that ships or lies in ingest.mappings.")
    private @Nullable String mapping;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files and folders; - is standard input.")
    private final List<String> files = new ArrayList<>();

    public IngestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Configuration configuration = config.configuration();
        if (files.isEmpty()) {
            return ServiceRun.run(ServiceKind.INGEST, configuration, terminal);
        }
        try (Cleanup cleanup = Cleanup.onExit()) {
            Thread reader = Thread.currentThread();
            cleanup.add(reader::interrupt);
            IngestReport report = publish(configuration);
            terminal.note(report.written() + " articles published, " + report.rejected() + " refused, " + report.known()
                    + " known from an earlier run");
            // An interrupt of our own making is none.
            cleanup.close();
            Thread.interrupted();
            return (report.rejected() == 0 ? ExitCode.OK : ExitCode.SOME_INPUT_BAD).code();
        }
    }

    private IngestReport publish(Configuration configuration) throws IOException, InterruptedException {
        Layout layout = layout(configuration);
        try (Metrics metrics = new Metrics();
                AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
                Counter counter = new Counter(terminal, "articles")) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            Clock clock = Clock.systemUTC();
            FileIngest ingest = new FileIngest(
                    new ArticleWriters(configuration, topics, lane, clock),
                    new ArticleFactory(configuration.ingest().textLimitBytes(), clock),
                    new IngestMetrics(metrics.registry()),
                    pace);
            Listener listener = new Listener(counter);
            List<Path> paths = files.stream()
                    .filter(file -> !file.equals(STANDARD_INPUT))
                    .map(Path::of)
                    .toList();
            IngestReport report = ingest.run(paths, layout, listener);
            if (files.contains(STANDARD_INPUT)) {
                Reader lines = new InputStreamReader(terminal.in(), StandardCharsets.UTF_8);
                report = report.plus(ingest.standardInput(lines, layout, listener));
            }
            return report;
        }
    }

    private Layout layout(Configuration configuration) throws IOException {
        if (mapping == null) {
            return new Layout(columns, null);
        }
        try {
            return new Layout(columns, mapping(mapping, configuration));
        } catch (MappingException | IllegalArgumentException e) {
            throw new StartupException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static Mapping mapping(String name, Configuration configuration) throws IOException, MappingException {
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            return Mappings.read(configuration.ingest().mappings()).get(name);
        }
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            return Mapping.read(name, in);
        }
    }

    static final class PaceConverter implements ITypeConverter<Pace> {

        @Override
        public Pace convert(String articles) {
            if (!articles.matches("[1-9][0-9]{0,8}")) {
                throw new TypeConversionException("give a whole number of articles a second, from 1");
            }
            return Pace.perSecond(Integer.parseInt(articles));
        }
    }

    /** So that the message reaches the user as it is. */
    static final class ColumnsConverter implements ITypeConverter<Columns> {

        @Override
        public Columns convert(String mapping) {
            try {
                return Columns.of(mapping);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Shows how far it is, and what was refused. */
    private final class Listener implements IngestListener {

        private final Counter counter;

        Listener(Counter counter) {
            this.counter = counter;
        }

        @Override
        public void read(Article article) {
            counter.increment();
        }

        @Override
        public void rejected(BadInput bad) {
            terminal.note(bad.toString());
        }
    }
}
