package io.plimsoll.service.record.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class VerifyCommandTest {

    private final SampleExport good = SampleExport.of(new Random(1), 0);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine verify = new CommandLine(new VerifyCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @TempDir
    Path folder;

    private String export;
    private String key;

    @BeforeEach
    void write() throws IOException {
        export = Files.write(folder.resolve("export.ndjson"), good.bytes()).toString();
        key = Files.writeString(
                        folder.resolve("key.pem"), SampleExport.KEY.publicKey().pem())
                .toString();
    }

    @Test
    void aGoodExportIsSaidToBeGood() {
        assertThat(verify.execute(export, "--key", key, "--from", "1")).isZero();
        assertThat(out.toString())
                .contains("Good: %d entries (1 to".formatted(good.entries().size()))
                .doesNotContain("trusted");
    }

    @Test
    void trustInTheExportsOwnKeyIsSaid() {
        assertThat(verify.execute(export)).isZero();
        assertThat(out.toString()).contains("No key was given, so the export's own was trusted");
    }

    @Test
    void aProblemIsToldWithFileAndLine() throws IOException {
        Files.write(Path.of(export), new byte[] {'{', 27, '[', '}'});
        assertThat(verify.execute(export, "--key", key)).isEqualTo(1);
        assertThat(out.toString())
                .contains("export.ndjson:1: The line")
                .contains("NOT GOOD")
                .doesNotContain("\u001b");
    }

    @Test
    void checkpointsKeptElsewhereShowACutTail() throws IOException {
        Path elsewhere = Files.write(folder.resolve("elsewhere"), SampleExport.bytes(good.checkpoints()));
        Files.write(Path.of(export), SampleExport.bytes(good.rows.subList(0, 4)));
        assertThat(verify.execute(export, "--key", key)).isZero();
        assertThat(verify.execute(export, "--key", key, "--checkpoint", elsewhere.toString(), "--json"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("\"good\":false", "its end was cut off");
        assertThat(verify.execute(export, "--key", key, "--checkpoint", elsewhere.toString(), "--to", "2"))
                .isZero();
        assertThat(verify.execute(export, "--key", key, "--to", "3")).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsWrongUsage() {
        assertThat(verify.execute(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(verify.execute(export, "--key", export)).isEqualTo(2);
        assertThat(verify.execute(export, "--key", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(verify.execute(export, "--checkpoint", folder.toString())).isEqualTo(2);
        assertThat(verify.execute(export, "--from", "0")).isEqualTo(2);
        assertThat(verify.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("Maybe");
    }
}
