package io.plimsoll.service;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import picocli.CommandLine;

/// Where the program starts: without arguments, or with `run`, it serves; anything else is a command that
/// runs in this JVM alone, without the cost of starting Quarkus.
@QuarkusMain
public final class Plimsoll {

    Plimsoll() {}

    public static void main(String... args) {
        if (args.length == 0 || args[0].equals("run")) {
            serve(Arrays.stream(args).skip(1).toArray(String[]::new));
        } else {
            System.exit(new CommandLine(new PlimsollCommand()).execute(args));
        }
    }

    private static void serve(String... args) {
        ServiceDatabase database = ServiceDatabase.start();
        // As the default, because Quarkus says why it does not start only to those who bring no handler of their own.
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> {
            // The database goes last, so that what was asked before is answered.
            database.release();
            System.exit(code);
        });
        Quarkus.run(PlimsollServer.class, args);
    }
}
