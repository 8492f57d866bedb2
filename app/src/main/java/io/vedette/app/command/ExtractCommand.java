package io.vedette.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.article.Counter;
import io.vedette.app.article.Lines;
import io.vedette.app.article.Ordered;
import io.vedette.app.page.ExtractionPrinter;
import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.html.HtmlExtractor;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette extract}. */
@Command(
        name = "extract",
        description = {
            "Takes the articles out of HTML pages.",
            "Prints id, title, published, authors, language, url, source and text as JSON Lines; with --explain, for people, what each was chosen from and what was left out.  Of a .jsonl file each line names a page: id, url, html_file (relative to that file's folder)."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: done", "2: some pages could not be read", "64: wrong arguments", "66: a file can't be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette extract page.html",
            "  vedette extract --explain page.html",
            "  vedette extract pages.jsonl > articles.jsonl"
        })
public final class ExtractCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final HtmlExtractor extractor = new HtmlExtractor();
    private int bad;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "HTML, or JSON Lines that name pages; also as .gz.")
    private final List<String> files = new ArrayList<>();

    @Option(names = "--explain", description = "Say why: every candidate, and what was left out of the text.")
    private boolean explain;

    public ExtractCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Page(String id, @Nullable String url, Path file) {}

    private record Outcome(String output, String complaint) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        try (Counter counter = new Counter(terminal, "pages");
                Ordered<Outcome> ordered = new Ordered<>(threads, outcome -> write(outcome, counter))) {
            for (String file : files) {
                if (file.replaceFirst("\\.gz$", "").endsWith(".jsonl")) {
                    list(file, ordered);
                } else {
                    Files.newInputStream(Path.of(file)).close();
                    ordered.add(() -> extract(new Page(file, null, Path.of(file))));
                }
            }
            ordered.finish();
        }
        return (bad == 0 ? ExitCode.OK : ExitCode.SOME_INPUT_BAD).code();
    }

    private void list(String list, Ordered<Outcome> ordered) throws IOException, InterruptedException {
        Path folder = Path.of(list).toAbsolutePath().getParent();
        new Lines(terminal.in())
                .read(
                        List.of(list),
                        (file, number, line) -> ordered.add(() -> {
                            try {
                                JsonNode page = Json.MAPPER.readTree(line);
                                Path html = Path.of(page.required("html_file").asText());
                                return extract(new Page(
                                        page.path("id").asText(html.toString()),
                                        page.path("url").asText(null),
                                        folder == null ? html : folder.resolve(html)));
                            } catch (IOException | IllegalArgumentException e) {
                                return new Outcome("", file + ":" + number + ": names no page in html_file");
                            }
                        }));
    }

    private Outcome extract(Page page) {
        try (InputStream in = open(page.file())) {
            String url = page.url() == null ? "" : page.url();
            byte[] html = in.readAllBytes();
            return new Outcome(
                    explain
                            ? new ExtractionPrinter(terminal.colour())
                                    .print(page.id(), extractor.explain(html, null, url))
                            : json(page.id(), extractor.extract(html, null, url)) + "\n",
                    "");
        } catch (IOException e) {
            return new Outcome(
                    "", page.file() + ": can't be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static ObjectNode json(String id, ExtractedPage found) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", id);
        json.put("title", found.title());
        json.put(
                "published",
                found.published() == null ? null : found.published().toString());
        json.put("publishedFrom", found.publishedFrom());
        found.authors().forEach(json.putArray("authors")::add);
        json.put("language", found.language());
        json.put("url", found.canonicalUrl());
        json.put("source", found.siteName());
        json.put("text", found.text());
        return json;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private void write(Outcome outcome, Counter counter) {
        terminal.out().write(outcome.output());
        counter.increment();
        if (!outcome.complaint().isEmpty()) {
            bad++;
            terminal.note(outcome.complaint());
        }
    }
}
