package io.vedette.app.command;

import static io.vedette.app.api.ApiClient.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.api.ApiClient.Answer;
import io.vedette.app.article.Lines;
import io.vedette.app.article.Tagging;
import io.vedette.app.article.Tagging.Tagged;
import io.vedette.app.terminal.Terminal;
import io.vedette.app.watch.ExplanationPrinter;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.ArticleJson;
import io.vedette.ingest.article.MalformedInputException;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.json.Json;
import io.vedette.text.watch.ClauseMatch;
import io.vedette.text.watch.Explanation;
import io.vedette.text.watch.MatchableArticle;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.QueryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette explain}. */
@Command(
        name = "explain",
        description = {
            "Says clause by clause why an article matches a watch, or why not: what failed first, and what came nearest.",
            "The article is tagged here and now, so a running Vedette with other names may see it otherwise."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: done, whether or not it matches",
            "1: there is no such watch or article",
            "65: the query can't be compiled, or the file holds no article",
            "66: a file can't be read",
            "69: Vedette does not answer"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette explain 'claim:WITHDRAWAL place:Kherson' article.jsonl",
            "  vedette explain supply-routes 0f4be0a2d7c9b1e65c3a8a77d1be2c94",
            "  vedette explain watches.yaml - < articles.jsonl"
        })
public final class ExplainCommand implements Callable<Integer> {

    private static final Pattern WATCH_ID = Pattern.compile("(?:[a-z0-9-]+:)?[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern ARTICLE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final int PLACES = 3;

    private final Terminal terminal;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Parameters(
            index = "0",
            paramLabel = "WATCH",
            description = "A file of watches, the id of a watch at the API, or a query.")
    private String watch = "";

    @Parameters(
            index = "1",
            paramLabel = "ARTICLE",
            description = "A file of articles (JSON Lines), - for standard input, or the id of an article at the API.")
    private String article = "";

    @Option(names = "--query", description = "WATCH is a query, even if it could be an id or a file.")
    private boolean isQuery;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, or json: an object for each watch and article (default: text).")
    private OutputFormat format = OutputFormat.TEXT;

    private record Asked(String name, String query) {}

    /** @param accepted when Vedette did; null for now */
    private record Given(ArticleInput article, @Nullable Instant accepted) {}

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Asked> asked = watches();
        List<Given> articles = articles();
        Tagging tagging = Tagging.of(api.configuration());
        for (Asked one : asked) {
            WatchQuery query = compile(one, tagging);
            for (Given given : articles) {
                Instant accepted = given.accepted();
                explain(
                        one,
                        query,
                        tagging,
                        accepted == null ? tagging.tag(given.article()) : tagging.tag(given.article(), accepted));
            }
        }
        return ExitCode.OK.code();
    }

    private List<Asked> watches() throws IOException, InterruptedException {
        if (isQuery) {
            return List.of(new Asked("", watch));
        }
        if (isFile(watch)) {
            return WatchFiles.read(Path.of(watch)).stream()
                    .map(found -> new Asked(found.id(), found.query()))
                    .toList();
        }
        if (!WATCH_ID.matcher(watch).matches()) {
            return List.of(new Asked("", watch));
        }
        Answer answer = RemoteCommand.good(client().get("/api/watches/" + segment(watch)), hinted(watch));
        return List.of(new Asked(watch, answer.body().path("query").asText()));
    }

    private static String hinted(String watch) {
        return "watch " + watch + " (if it is a query, say --query)";
    }

    private List<Given> articles() throws IOException, InterruptedException {
        if (ARTICLE_ID.matcher(article).matches() && !isFile(article)) {
            JsonNode body = RemoteCommand.good(client().get("/api/articles/" + segment(article)), "article " + article)
                    .body();
            String accepted = text(body, "acceptedAt");
            return List.of(new Given(
                    input(body.has("article") ? body.path("article") : body),
                    accepted == null ? null : Instant.parse(accepted)));
        }
        List<Given> articles = new ArrayList<>();
        new Lines(terminal.in()).read(List.of(article), (file, number, line) -> {
            try {
                articles.add(new Given(ArticleJson.line(line, number), null));
            } catch (MalformedInputException e) {
                throw new StartupException(ExitCode.DATA, e.in(file).toString(), e);
            }
        });
        return articles;
    }

    private static ArticleInput input(JsonNode found) {
        return new ArticleInput(
                text(found, "text"),
                text(found, "id"),
                text(found, "title"),
                text(found, "url"),
                text(found, "source"),
                text(found, "publishedAt"),
                text(found, "author"),
                text(found, "language"),
                null,
                null);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }

    private ApiClient client() {
        return api.client();
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    private static WatchQuery compile(Asked asked, Tagging tagging) {
        try {
            return tagging.queries().compile(asked.query());
        } catch (QueryException e) {
            String which = asked.name().isEmpty() ? "" : "watch " + asked.name() + ": ";
            throw new StartupException(ExitCode.DATA, which + "query: " + e.getMessage(), e);
        }
    }

    private void explain(Asked asked, WatchQuery query, Tagging tagging, Tagged tagged) {
        MatchableArticle matchable = tagging.matchable(tagged);
        String id = tagged.id() == null ? tagged.articleId() : tagged.id();
        String name = asked.name().isEmpty() ? id : asked.name() + "  " + id;
        for (int part = 0; part < query.parts(); part++) {
            Explanation explanation = query.explain(matchable, part);
            List<ClauseMatch> reasons = query.reasons(matchable, part, PLACES);
            if (format == OutputFormat.JSON) {
                terminal.result(json(asked, id, explanation).toString());
            } else {
                new ExplanationPrinter(terminal).print(name, tagged.document(), explanation, reasons);
            }
        }
    }

    private static ObjectNode json(Asked asked, String id, Explanation explanation) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("watchId", asked.name().isEmpty() ? null : asked.name());
        json.put("query", asked.query());
        json.put("articleId", id);
        json.put("matches", explanation.holds());
        json.set("explanation", Json.MAPPER.valueToTree(explanation));
        json.set(
                "firstFailure",
                Json.MAPPER.valueToTree(explanation.firstFailure().orElse(null)));
        return json;
    }
}
