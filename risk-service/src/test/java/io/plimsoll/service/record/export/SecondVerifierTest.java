package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.record.chain.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tools/verify_export.py` says the same as [ExportVerifier], verdict and places, about good exports, about
/// exports to which everything was done, and about texts on which readers of JSON differ.
final class SecondVerifierTest {

    private static final int EACH = 12;

    private static final String DRIVER = """
            import json, sys
            sys.path.insert(0, sys.argv[1])
            import verify_export
            for line in open(sys.argv[2], encoding='utf-8'):
                verify_export.main(json.loads(line))
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final List<List<String>> calls = new ArrayList<>();
    private final List<VerificationReport> reports = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    @TempDir
    Path folder;

    private Path key;

    @BeforeEach
    void thereIsPython() throws IOException, InterruptedException {
        boolean isThere;
        try {
            isThere = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            isThere = false;
        }
        assumeTrue(isThere, "There is no python3 to run the second verifier.");
        key = Files.writeString(
                folder.resolve("key.pem"), SampleExport.KEY.publicKey().pem());
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
        compare();
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
        compare();
        assertThat(reports).extracting(VerificationReport::good).contains(true, false);
    }

    private void add(String name, Tampered tampered, SampleExport good) throws IOException {
        Path export = Files.write(folder.resolve("export-%d.ndjson".formatted(calls.size())), tampered.export);
        Path outside = Files.write(
                folder.resolve("outside-%d.ndjson".formatted(calls.size())), SampleExport.bytes(tampered.outside));
        List<String> call = new ArrayList<>(
                List.of(export.toString(), "--checkpoint", outside.toString(), "--from", "" + good.first(), "--json"));
        if (tampered.isKeyGiven) {
            call.addAll(List.of("--key", key.toString()));
        }
        PublicKeys keys = tampered.isKeyGiven ? new PublicKeys(List.of(SampleExport.KEY.publicKey())) : PublicKeys.NONE;
        calls.add(call);
        names.add(name);
        reports.add(
                ExportVerifier.verify(export, new VerificationRequest(keys, List.of(outside), good.first(), 0, false)));
    }

    private void compare() throws IOException, InterruptedException {
        List<JsonNode> others = python();
        assertThat(others).hasSameSizeAs(reports);
        for (int i = 0; i < reports.size(); i++) {
            VerificationReport report = reports.get(i);
            JsonNode other = others.get(i);
            assertThat(places(other)).as("%s: %s", names.get(i), other).isEqualTo(places(report));
            assertThat(other.path("good").booleanValue()).as(names.get(i)).isEqualTo(report.good());
            assertThat(other.path("notes")).as(names.get(i)).isEqualTo(json.valueToTree(report.notes()));
            assertThat(other.path("summary"))
                    .as(names.get(i))
                    .isEqualTo(json.readTree(JsonWriter.write(report.summary())));
        }
    }

    private List<JsonNode> python() throws IOException, InterruptedException {
        Path list = folder.resolve("calls");
        try (var out = Files.newBufferedWriter(list)) {
            for (List<String> call : calls) {
                out.write(json.writeValueAsString(call) + "\n");
            }
        }
        Path answers = folder.resolve("answers");
        Path tools = Path.of("..", "tools").toAbsolutePath();
        int exit = new ProcessBuilder("python3", "-B", "-c", DRIVER, tools.toString(), list.toString())
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        assertThat(exit).isZero();
        List<JsonNode> result = new ArrayList<>();
        for (String line : Files.readAllLines(answers, UTF_8)) {
            result.add(json.readTree(line));
        }
        return result;
    }

    private static List<String> places(VerificationReport report) {
        return report.problems().stream()
                .map(each -> place(each.file(), each.line(), each.first(), each.last()))
                .toList();
    }

    private static List<String> places(JsonNode report) {
        List<String> places = new ArrayList<>();
        for (JsonNode each : report.path("problems")) {
            places.add(place(
                    each.path("file").textValue(),
                    each.path("line").longValue(),
                    each.path("first").longValue(),
                    each.path("last").longValue()));
        }
        return places;
    }

    private static String place(String file, long line, long first, long last) {
        return "%s:%d %d-%d".formatted(file, line, first, last);
    }
}
