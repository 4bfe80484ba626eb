package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.document.json.Sha256;
import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.Checkpoint;
import io.plimsoll.service.record.chain.SignedCheckpoint;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signatures and keys on which verifiers of Ed25519 are known to differ: both of ours say what
/// `record/signatures.txt` says, and the same.
///
/// RFC 8032, section 5.1.7, leaves open whether the equation is multiplied by the cofactor 8, and verifiers
/// differ on keys and commitments with a part of small order and on second encodings; "Taming the many
/// EdDSAs" (Chalkias, Garillot and Nikolaenko, 2020) lists which.
final class SignatureCasesTest {

    @TempDir
    Path folder;

    @Test
    void bothVerifiersSayWhatTheTableSays() throws Exception {
        List<SignatureCase> cases = SignatureCase.all();
        BothVerifiers both = BothVerifiers.in(folder);
        for (SignatureCase each : cases) {
            both.add(each.name(), export(each), new byte[0], false, 1);
        }
        both.compare();
        for (int i = 0; i < cases.size(); i++) {
            VerificationReport report = both.reports().get(i);
            assertThat(verdict(report))
                    .as("%s: %s", cases.get(i), report.problems())
                    .isEqualTo(cases.get(i).verdict());
        }
    }

    /// A key, an entry, and a checkpoint of it.
    private static byte[] export(SignatureCase each) {
        byte[] spki = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(each.key()));
        String id = HexFormat.of().formatHex(Sha256.of(spki)).substring(0, 16);
        String key = "{\"key\":{\"id\":\"%s\",\"algorithm\":\"Ed25519\",\"publicKey\":\"%s\"}}"
                .formatted(id, Base64.getEncoder().encodeToString(spki));
        Row entry = Row.entry(ChainHead.GENESIS, "change", "{}");
        Checkpoint checkpoint = new Checkpoint(1, entry.hash(), Row.AT, id);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes((key + "\n" + entry.text() + "\n").getBytes(UTF_8));
        lines.writeBytes(new SignedCheckpoint(checkpoint, each.signature(checkpoint.json())).line());
        lines.write('\n');
        return lines.toByteArray();
    }

    private static String verdict(VerificationReport report) {
        if (report.good()) {
            return "good";
        }
        return report.problems().getFirst().line() == 1 ? "no key" : "not signed";
    }
}
