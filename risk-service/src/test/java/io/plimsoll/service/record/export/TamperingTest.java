package io.plimsoll.service.record.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.record.chain.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything that is done to an export is found, and found where it was done. `-Dplimsoll.tamperings` takes
/// more, `-Dplimsoll.seed` others.
final class TamperingTest {

    private static final int EACH = Integer.getInteger("plimsoll.tamperings", 5_000) / Tampering.values().length + 1;
    private static final long SEED = Long.getLong("plimsoll.seed", 0);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void isFoundWhereItWasDone(Tampering tampering) throws IOException {
        for (long seed = SEED; seed < SEED + EACH; seed++) {
            SampleExport good = SampleExport.of(seed);
            Tampered tampered = tampering.of(good, new Random(~seed));
            VerificationReport report = verify(folder, good, tampered, new Checks());
            assertThat(missed(report, tampered))
                    .as("%s, seed %d: %s", tampering, seed, report.problems())
                    .isEmpty();
        }
    }

    @Test
    void goodExportsAreGood() throws IOException {
        for (long seed = SEED; seed < SEED + 100; seed++) {
            SampleExport good = SampleExport.of(new Random(seed));
            for (List<Row> outside : List.of(List.<Row>of(), good.checkpoints())) {
                Tampered untouched = new Tampered("nothing", good.bytes(), 0, 0, outside, seed % 2 == 0);
                VerificationReport report = verify(folder, good, untouched, new Checks());
                assertThat(report.problems()).as("seed %d", seed).isEmpty();
                assertThat(report.good()).isTrue();
                assertThat(report.summary().entries()).isEqualTo(good.entries().size());
                assertThat(report.summary().head())
                        .isEqualTo(good.entries().getLast().hash());
                assertThat(report.notes().toString().contains("nothing is proven about"))
                        .isEqualTo(good.first() > 1);
                assertThat(report.notes().toString().contains("the export's own was trusted"))
                        .isEqualTo(seed % 2 != 0);
            }
        }
    }

    static VerificationReport verify(Path folder, SampleExport good, Tampered tampered, Checks checks)
            throws IOException {
        Path export = Files.write(folder.resolve("export.ndjson"), tampered.export);
        Path outside = Files.write(folder.resolve("checkpoints.ndjson"), SampleExport.bytes(tampered.outside));
        PublicKeys keys = tampered.isKeyGiven ? new PublicKeys(List.of(SampleExport.KEY.publicKey())) : PublicKeys.NONE;
        return ExportVerifier.verify(
                export, new VerificationRequest(keys, List.of(outside), good.first(), 0, false), checks);
    }

    /// What the report should say and does not; empty if nothing.
    static String missed(VerificationReport report, Tampered tampered) {
        if (report.good()) {
            return "not found";
        }
        Problem first = report.problems().getFirst();
        if (!first.file().endsWith("export.ndjson") || first.line() != tampered.line) {
            return "found at line %d, not at %d".formatted(first.line(), tampered.line);
        }
        if (tampered.sequence > 0 && (tampered.sequence < first.first() || tampered.sequence > first.last())) {
            return "located from %d to %d, not at %d".formatted(first.first(), first.last(), tampered.sequence);
        }
        return "";
    }
}
