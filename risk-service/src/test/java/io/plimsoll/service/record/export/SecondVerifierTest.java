package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tools/verify_export.py` says the same as [ExportVerifier], verdict and places, about good exports, about
/// exports to which everything was done, and about texts on which readers of JSON differ.
final class SecondVerifierTest {

    private static final int EACH = 12;

    @TempDir
    Path folder;

    private BothVerifiers both;

    @BeforeEach
    void ask() throws IOException, InterruptedException {
        both = BothVerifiers.in(folder);
    }

    @Test
    void agreesAboutWhatWasDoneToExports() throws Exception {
        for (long seed = 0; seed < EACH; seed++) {
            SampleExport good = SampleExport.of(seed);
            add("good " + seed, new Tampered("nothing", good.bytes(), 0, 0, good.checkpoints(), seed % 2 == 0), good);
            for (Tampering tampering : Tampering.values()) {
                add(tampering + " " + seed, tampering.of(good, new Random(~seed)), good);
            }
        }
        both.compare();
    }

    @Test
    void agreesAboutWhatReadersOfJsonDifferOn() throws Exception {
        SampleExport good = SampleExport.of(1);
        int number = 0;
        for (String body : Files.readAllLines(Path.of("src/test/resources/record/bodies.txt"), UTF_8)) {
            List<Row> rows = new ArrayList<>(good.rows);
            int place = rows.indexOf(good.entries().get(3));
            rows.set(place, rows.get(place).withBody(body));
            rows = good.resealed(rows, SampleExport.KEY);
            add("body " + ++number, Tampered.of(body, rows, 0, 0), good);
        }
        for (int depth : new int[] {98, 99, 100, 101, 5_000}) {
            List<Row> rows = new ArrayList<>(good.rows);
            int place = rows.indexOf(good.entries().get(3));
            String nested = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            rows.set(place, rows.get(place).withBody(nested));
            add("depth " + depth, Tampered.of(nested, good.resealed(rows, SampleExport.KEY), 0, 0), good);
        }
        both.compare();
        assertThat(both.reports()).extracting(VerificationReport::good).contains(true, false);
    }

    /// A machine that lost power can have torn the last line of what was kept elsewhere, and nothing before it.
    @Test
    void agreesAboutAFileOfCheckpointsWhoseLastLineIsTorn() throws Exception {
        SampleExport good = SampleExport.of(new Random(3), 0);
        byte[] kept = SampleExport.bytes(good.checkpoints());
        int last = good.checkpoints().getLast().bytes.length + 1;
        for (int cut = 0; cut <= last; cut++) {
            both.add("cut " + cut, good.bytes(), Arrays.copyOf(kept, kept.length - cut), true, 1);
        }
        both.add("zeros", good.bytes(), Arrays.copyOf(kept, kept.length + 5), true, 1);
        both.compare();
        assertThat(both.reports()).extracting(VerificationReport::good).containsOnly(true);
        // Neither a whole last line, with or without its line feed, nor one of which nothing is left.
        assertThat(both.reports().stream().filter(SecondVerifierTest::isTorn)).hasSize(last - 2 + 1);
    }

    @Test
    void agreesAboutAFileOfCheckpointsThatWasDamagedBeforeItsEnd() throws Exception {
        SampleExport good = SampleExport.of(new Random(3), 0);
        byte[] kept = SampleExport.bytes(good.checkpoints());
        int first = good.checkpoints().getFirst().bytes.length;
        for (int at = 0; at < first; at++) {
            byte[] damaged = kept.clone();
            damaged[at] ^= 0x20;
            both.add("damaged " + at, good.bytes(), damaged, true, 1);
        }
        both.compare();
        assertThat(both.reports()).extracting(VerificationReport::good).containsOnly(false);
    }

    private static boolean isTorn(VerificationReport report) {
        return report.notes().stream().anyMatch(note -> note.contains("is cut off, and was passed over."));
    }

    private void add(String name, Tampered tampered, SampleExport good) throws IOException {
        both.add(name, tampered.export, SampleExport.bytes(tampered.outside), tampered.isKeyGiven, good.first());
    }
}
