package io.vedette.app.command;

import io.vedette.app.api.ApiClient;
import io.vedette.app.api.ApiClient.Answer;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the commands have in common that talk to a running Vedette. */
@Command(
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: done",
            "1: there is no such thing",
            "64: wrong arguments",
            "65: it was refused",
            "66: a file can't be read",
            "69: Vedette does not answer"
        },
        footerHeading = "%nExamples:%n")
abstract class RemoteCommand implements Callable<Integer> {

    final Terminal terminal;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    RemoteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public final Integer call() throws IOException, InterruptedException {
        return call(api.client()).code();
    }

    /** Of those that also do something themselves. */
    final Configuration configuration() {
        return api.configuration();
    }

    abstract ExitCode call(ApiClient client) throws IOException, InterruptedException;

    /**
     * The answer, if it is a good one.
     *
     * @param what was asked for, for the message
     * @throws StartupException if not
     */
    static Answer good(Answer answer, String what) {
        if (answer.isGood()) {
            return answer;
        }
        ExitCode code =
                switch (answer.status()) {
                    case 404 -> ExitCode.FAILED;
                    case 429, 503 -> ExitCode.UNAVAILABLE;
                    default -> answer.status() < 500 ? ExitCode.DATA : ExitCode.FAILED;
                };
        throw new StartupException(code, what + ": " + answer.problem());
    }
}
