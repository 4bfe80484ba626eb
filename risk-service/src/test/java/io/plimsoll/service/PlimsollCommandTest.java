package io.plimsoll.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class PlimsollCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine plimsoll = new CommandLine(new PlimsollCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @Test
    void helpIsAnAnswer() {
        assertThat(plimsoll.execute("--help")).isZero();
        assertThat(out.toString()).contains("Usage: plimsoll");
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(plimsoll.execute("--version")).isZero();
        assertThat(out.toString()).matches("Plimsoll \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void anUnknownCommandIsRefusedByName() {
        assertThat(plimsoll.execute("liquidate-everything")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("liquidate-everything");
    }
}
