package io.vedette.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.json.Json;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette key}. */
@Command(
        name = "key",
        description = {
            "Makes, lists and revokes keys to the HTTP API.",
            "Without a command it prints a new key, for whoever is to have it, and its hash, for http.auth.keys or"
                    + " ingest.push.keys.  Nothing is kept: the key can't be had again from the hash."
        },
        synopsisSubcommandLabel = "[create|list|revoke]",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: it was printed"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette key",
            "  vedette key create --name desk --scopes read,write",
            "  curl -H \"Authorization: Bearer $KEY\" -H 'Content-Type: application/x-ndjson' -T articles.jsonl"
                    + " http://localhost:8080/api/articles -X POST"
        })
public final class KeyCommand implements Callable<Integer> {

    private final Terminal terminal;

    private KeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its own commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new KeyCommand(terminal))
                .addSubcommand(new Create(terminal))
                .addSubcommand(new ListAll(terminal))
                .addSubcommand(new Revoke(terminal));
    }

    @Override
    public Integer call() {
        String key = SecretKey.create(new SecureRandom());
        terminal.out().println("key:    " + key);
        terminal.out().println("sha256: " + SecretKey.hash(key));
        return ExitCode.OK.code();
    }

    /** {@code vedette key create}. */
    @Command(
            name = "create",
            description = {
                "Makes a key that a running Vedette takes at once, and prints it.",
                "Needs a key with the scope admin: the first of those comes from http.auth.keys.  Keys are kept as"
                        + " hashes on a topic, which all of Vedette's processes follow."
            },
            footer = {
                "  vedette key create --name desk --scopes read,write",
                "  vedette key create --name wire --scopes ingest --expires 365d",
                "  vedette key create --name acme-admin --scopes admin --tenant acme"
            })
    static final class Create extends RemoteCommand {

        @Option(
                names = "--name",
                required = true,
                paramLabel = "NAME",
                description = "Whose it is; what it changes is" + " signed with that.")
        private String name = "";

        @Option(
                names = "--scopes",
                required = true,
                split = ",",
                paramLabel = "SCOPE,...",
                description = "read, write (watches, sources, feedback), ingest (articles), admin (keys, and all the"
                        + " others).")
        private List<String> scopes = new ArrayList<>();

        @Option(
                names = "--expires",
                paramLabel = "DAYSd",
                description = "After how many days it ends, such as 90d (default:" + " never).")
        private @Nullable String expires;

        @Option(
                names = "--tenant",
                paramLabel = "NAME",
                description = "For whose watches alone it is good (default: for those of the key that makes it).")
        private @Nullable String tenant;

        Create(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            ObjectNode form = Json.MAPPER.createObjectNode().put("name", name);
            scopes.forEach(form.putArray("scopes")::add);
            if (tenant != null) {
                form.put("tenant", tenant);
            }
            String end = expires;
            if (end != null) {
                form.put("expiresAt", Instant.now().plus(days(end)).toString());
            }
            JsonNode made = good(client.post("/api/keys", form.toString()), "the key is not made")
                    .body();
            terminal.out().println("key: " + made.path("key").asText());
            terminal.out().println("id:  " + made.path("id").asText());
            terminal.err().println("it is shown this once only; vedette key revoke ID ends it");
            return ExitCode.OK;
        }

        private Duration days(String text) {
            if (!text.matches("[1-9][0-9]{0,4}d")) {
                throw new CommandLine.ParameterException(
                        new CommandLine(this), "--expires is \"" + text + "\"; give a number of days such as 90d");
            }
            return Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1)));
        }
    }

    /** {@code vedette key list}. */
    @Command(
            name = "list",
            description =
                    "Lists the keys that were made: id, name, scopes, since when, by whom, until when, of which tenant.")
    static final class ListAll extends RemoteCommand {

        ListAll(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            for (JsonNode key :
                    good(client.get("/api/keys"), "the keys can't be listed").body()) {
                List<String> scopes = new ArrayList<>();
                key.path("scopes").forEach(scope -> scopes.add(scope.asText()));
                terminal.out()
                        .printf(
                                Locale.ROOT,
                                "%s  %-20s  %-24s  %s by %s%s%s%n",
                                key.path("id").asText(),
                                key.path("name").asText(),
                                String.join(",", scopes),
                                key.path("createdAt").asText(),
                                key.path("createdBy").asText(),
                                key.has("expiresAt")
                                        ? ", until " + key.path("expiresAt").asText()
                                        : "",
                                key.has("tenant") ? ", of " + key.path("tenant").asText() : "");
            }
            return ExitCode.OK;
        }
    }

    /** {@code vedette key revoke}. */
    @Command(name = "revoke", description = "Revokes a key: nobody comes in with it any more.")
    static final class Revoke extends RemoteCommand {

        @Parameters(paramLabel = "ID", description = "Of the key, as vedette key list shows it.")
        private String id = "";

        Revoke(Terminal terminal) {
            super(terminal);
        }

        @Override
        ExitCode call(ApiClient client) throws InterruptedException {
            good(client.delete("/api/keys/" + ApiClient.segment(id)), id + " is not revoked");
            terminal.out().println("revoked " + id);
            return ExitCode.OK;
        }
    }
}
