package io.plimsoll.rules.candidate;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The process that a candidate is tried in: warms up, says so, reads one rule set, answers and ends.
///
/// It ends as well as soon as its standard input does, because then the process that started it is gone.
public final class CandidateMain {

    private CandidateMain() {}

    /// The command line, as [CandidateJvm] writes it.
    ///
    /// @param arguments join steps, milliseconds of a firing, milliseconds of all scenarios
    public static void main(String... arguments) {
        PrintStream out = System.out;
        // Whatever a library prints must not get into the answer.
        System.setOut(System.err);
        int status = 1;
        try {
            serve(
                    new DataInputStream(System.in),
                    new DataOutputStream(new BufferedOutputStream(out)),
                    new WorkLimits(
                            Integer.parseInt(arguments[0]),
                            Duration.ofMillis(Long.parseLong(arguments[1])),
                            Duration.ofMillis(Long.parseLong(arguments[2]))));
            status = 0;
        } catch (IOException e) {
            System.err.println("Nobody is there any more: " + e);
        } finally {
            // Not exit: a rule set that got as far as a thread or a hook of its own must not keep the process.
            Runtime.getRuntime().halt(status);
        }
    }

    private static void serve(DataInputStream in, DataOutputStream out, WorkLimits limits) throws IOException {
        try {
            WarmUp.run(limits);
        } catch (InvalidRuleSetException e) {
            // The candidate would only have to wait for the classes; there is a test that this does not happen.
            System.err.println(e.getMessage());
        }
        Frames.writeReady(out);
        RuleSetSource source = Frames.readSource(in);
        Thread.ofPlatform().daemon().name("parent").start(() -> endWith(in));
        Frames.writeAnswer(out, check(source, limits));
    }

    private static List<Diagnostic> check(RuleSetSource source, WorkLimits limits) {
        try {
            RuleSetCheck.check(source, Optional.empty(), limits).close();
            return List.of();
        } catch (InvalidRuleSetException e) {
            return e.diagnostics();
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            e.printStackTrace(System.err);
            return List.of(CandidateFailure.crashed("The check failed (%s).".formatted(e)));
        }
    }

    private static void endWith(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("The other process can't be heard: " + e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
