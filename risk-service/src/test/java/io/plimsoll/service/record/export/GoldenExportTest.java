package io.plimsoll.service.record.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.record.chain.PublicCheckpointKey;
import io.plimsoll.service.record.chain.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An export that an earlier release wrote stays good, to the byte. Its decisions are not made again here: what
/// a decision says may grow from release to release.
final class GoldenExportTest {

    private static final Path FOLDER = Path.of("src/test/resources/record");
    private static final Path EXPORT = FOLDER.resolve("golden.ndjson");
    private static final Path CHECKPOINTS = FOLDER.resolve("golden.checkpoints.ndjson");
    private static final String HEAD = "sha256:b33bb4cc3b9552987841255816193e113a427dfbab6f83dfc1cbe0b715b0faf9";

    @TempDir
    Path folder;

    @Test
    void staysGood() throws IOException {
        VerificationReport report = verify(EXPORT);
        assertThat(report.problems()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.summary().head()).isEqualTo(HEAD);
        assertThat(report.summary().entries()).isEqualTo(8);
        assertThat(report.summary().checkpoints()).isEqualTo(4);
        assertThat(report.summary().ruleSets()).isEqualTo(1);
        assertThat(report.summary().decisions()).isEqualTo(6);
    }

    @Test
    void isNotGoodWithoutItsLastLines() throws IOException {
        List<String> lines = Files.readAllLines(EXPORT);
        Path cut = Files.write(folder.resolve("cut.ndjson"), lines.subList(0, lines.size() - 2));
        assertThat(verify(cut).good()).isFalse();
    }

    private static VerificationReport verify(Path export) throws IOException {
        PublicKeys keys = new PublicKeys(List.of(PublicCheckpointKey.read(FOLDER.resolve("golden.key.pem"))));
        return ExportVerifier.verify(export, new VerificationRequest(keys, List.of(CHECKPOINTS), 1, 0, false));
    }
}
