package io.vedette.app.command;

import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.http.ApiKeys;
import io.vedette.runtime.ExitCode;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code vedette key}. */
@Command(
        name = "key",
        description = {
            "Makes a key with which articles may be posted.",
            "Prints the key, for whoever sends articles, and its hash, for ingest.push.keys.  Nothing is kept: the key can't"
                    + " be had again from the hash."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: it was printed"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette key",
            "  curl -H \"Authorization: Bearer $KEY\" -H 'Content-Type: application/x-ndjson' -T articles.jsonl"
                    + " http://localhost:8080/api/articles -X POST"
        })
public final class KeyCommand implements Callable<Integer> {

    private final Terminal terminal;

    public KeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String key = ApiKeys.newKey(new SecureRandom());
        terminal.out().println("key:    " + key);
        terminal.out().println("sha256: " + ApiKeys.hash(key));
        return ExitCode.OK.code();
    }
}
