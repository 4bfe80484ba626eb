package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.record.chain.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decisions that whoever writes the record made up, chain and signatures in order: only making them again
/// shows it.
final class ReplayVerificationTest {

    @TempDir
    Path folder;

    @Test
    void decisionsAreMadeAgainByteByByte() throws IOException {
        RealExport export = new RealExport(SampleExport.KEY);
        int good = export.decisions().size();
        String called = export.decisions().stream()
                .filter(body -> body.contains("\"MARGIN_CALL\""))
                .findFirst()
                .orElseThrow();
        RuleSetSource broken = RuleSetSource.of(Map.of("ruleset.yaml", "name: x\n".getBytes(UTF_8)));
        export.add("decision", called.replace("\"MARGIN_CALL\"", "\"MARGIN_CALM\""))
                .add("decision", changedSnapshot(called))
                .add("decision", called.replaceFirst("\"account\":\"", "\"account\":\"x"))
                .add("decision", called.replaceFirst("\"time\":\"2", "\"time\":\"1"))
                .add("decision", called.replaceFirst("\"snapshot\":\\{", "\"snapshot\":{\"unknown\":1,"))
                .add("decision", called)
                .add(broken)
                .add("decision", called.replaceFirst("sha256:[0-9a-f]{64}", broken.digest()))
                .checkpoint();

        assertThat(verify(export, false, new Checks()).problems()).isEmpty();
        VerificationReport report = verify(export, true, new Checks());

        long first = 3L + good;
        assertThat(report.summary().replayed()).isEqualTo(good + 1);
        assertThat(report.problems())
                .extracting(problem -> problem.message().replaceAll("(?<=.{70}).*", ""))
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("Entry %d, decision d-".formatted(first)),
                        message -> assertThat(message).startsWith("Entry %d, decision d-".formatted(first + 1)),
                        message -> assertThat(message).contains("%d, ".formatted(first + 2), "another account"),
                        message -> assertThat(message).contains("%d, ".formatted(first + 3), "another time"),
                        message -> assertThat(message).contains("%d, ".formatted(first + 4), "can't be read"),
                        message -> assertThat(message)
                                .startsWith("The rule set " + broken.digest().substring(0, 40)));
        assertThat(report.problems().get(0).message()).contains("MARGIN_CALM", "MARGIN_CALL", "differs from byte");
        assertThat(report.problems().get(1).message()).contains("differs from byte");
    }

    @Test
    void aVerifierThatComparesNothingIsNoticed() throws IOException {
        RealExport export = new RealExport(SampleExport.KEY);
        export.add(
                "decision", export.decisions().getFirst().replaceFirst("\"decision\":\\{", "\"decision\":{\"x\":1,"));
        Checks lenient = new Checks() {
            @Override
            boolean isSame(byte[] recorded, byte[] again) {
                return true;
            }
        };
        assertThat(verify(export, true, lenient).good()).isTrue();
        assertThat(verify(export, true, new Checks()).good()).isFalse();
    }

    private static String changedSnapshot(String body) {
        int start = body.indexOf("\"snapshot\":");
        int end = body.indexOf("\"decision\":");
        String snapshot = body.substring(start, end);
        String changed = snapshot.replaceFirst("(\"price\":\"[0-9]*)", "$11");
        assertThat(changed).isNotEqualTo(snapshot);
        return body.substring(0, start) + changed + body.substring(end);
    }

    private VerificationReport verify(RealExport export, boolean replay, Checks checks) throws IOException {
        Path file = Files.write(folder.resolve("export.ndjson"), SampleExport.bytes(export.rows()));
        PublicKeys keys = new PublicKeys(List.of(SampleExport.KEY.publicKey()));
        return ExportVerifier.verify(file, new VerificationRequest(keys, List.of(), 1, 0, replay), checks);
    }
}
