package io.plimsoll.service;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root of the command line; every command is a subcommand of it.
@Command(
        name = "plimsoll",
        description = "A live threshold engine for margin risk.",
        mixinStandardHelpOptions = true,
        version = "Plimsoll 0.1.0-SNAPSHOT")
final class PlimsollCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command to run.");
    }
}
