package io.plimsoll.service.record.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.record.chain.PublicCheckpointKey;
import io.plimsoll.service.record.chain.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A verifier that leaves out one check lets something pass that [TamperingTest] does: that test can fail.
final class PlantedBugTest {

    private static final int SEEDS = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("lenient")
    void isNoticed(Checks lenient) throws IOException {
        int missed = 0;
        for (long seed = 0; seed < SEEDS && missed == 0; seed++) {
            for (Tampering tampering : Tampering.values()) {
                SampleExport good = SampleExport.of(seed);
                Tampered tampered = tampering.of(good, new Random(~seed));
                VerificationReport report = TamperingTest.verify(folder, good, tampered, lenient);
                missed += TamperingTest.missed(report, tampered).isEmpty() ? 0 : 1;
            }
        }
        assertThat(missed).isPositive();
    }

    static Stream<Named<Checks>> lenient() {
        return Stream.of(
                Named.of("hash", new Checks() {
                    @Override
                    boolean givesItsHash(EntryLine entry) {
                        return true;
                    }
                }),
                Named.of("place", new Checks() {
                    @Override
                    boolean isInPlace(EntryLine entry, long expected) {
                        return true;
                    }
                }),
                Named.of("previous", new Checks() {
                    @Override
                    boolean follows(EntryLine entry, Set<String> hashes) {
                        return true;
                    }
                }),
                Named.of("beginning", new Checks() {
                    @Override
                    boolean isFirst(EntryLine entry) {
                        return true;
                    }
                }),
                Named.of("checkpoint's place", new Checks() {
                    @Override
                    boolean standsAfterItsEntry(SignedCheckpoint signed, long sequence) {
                        return true;
                    }
                }),
                Named.of("checkpoint's hash", new Checks() {
                    @Override
                    boolean agrees(SignedCheckpoint signed, Set<String> hashes) {
                        return true;
                    }
                }),
                Named.of("signature", new Checks() {
                    @Override
                    boolean isSigned(SignedCheckpoint signed, PublicCheckpointKey key) {
                        return true;
                    }
                }),
                Named.of("removed checkpoint", new Checks() {
                    @Override
                    boolean isKept(OutsideCheckpoint outside, Set<String> inExport) {
                        return true;
                    }
                }),
                Named.of("cut tail", new Checks() {
                    @Override
                    boolean isReached(long sequence, long end) {
                        return true;
                    }
                }),
                Named.of("rule set", new Checks() {
                    @Override
                    boolean hasRuleSet(RecordedDecision decision, Set<String> ruleSets) {
                        return true;
                    }
                }),
                Named.of("second time", new Checks() {
                    @Override
                    boolean isNew(boolean isFirst) {
                        return true;
                    }
                }));
    }
}
