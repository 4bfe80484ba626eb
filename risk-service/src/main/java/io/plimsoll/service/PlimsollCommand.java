package io.plimsoll.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.service.caller.identification.CredentialsCommand;
import io.plimsoll.service.evaluation.EvaluateCommand;
import io.plimsoll.service.record.export.VerifyCommand;
import io.plimsoll.service.replay.ReplayCommand;
import io.plimsoll.service.rulesets.CheckCommand;
import io.plimsoll.service.rulesets.DiffCommand;
import io.plimsoll.service.rulesets.ExplainCommand;
import io.plimsoll.service.rulesets.ScenariosCommand;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root of the command line; every command is a subcommand of it.
@Command(
        name = "plimsoll",
        description = "A live threshold engine for margin risk.",
        mixinStandardHelpOptions = true,
        versionProvider = PlimsollCommand.Version.class,
        subcommands = {
            CheckCommand.class,
            DiffCommand.class,
            ExplainCommand.class,
            ScenariosCommand.class,
            EvaluateCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            CredentialsCommand.class
        })
final class PlimsollCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command to run.");
    }

    /// The build writes the version, so that it stands in the parent POM alone.
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            try (InputStream version = Objects.requireNonNull(getClass().getResourceAsStream("version.txt"))) {
                return new String[] {new String(version.readAllBytes(), UTF_8).strip()};
            }
        }
    }
}
