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

/// [ExportVerifier] and `tools/verify_export.py`, asked the same.
final class BothVerifiers {

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
    private final Path folder;
    private final Path key;

    private BothVerifiers(Path folder, Path key) {
        this.folder = folder;
        this.key = key;
    }

    /// Both, or the test is passed over where there is no Python.
    static BothVerifiers in(Path folder) throws IOException, InterruptedException {
        boolean isThere;
        try {
            isThere = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            isThere = false;
        }
        assumeTrue(isThere, "There is no python3 to run the second verifier.");
        return new BothVerifiers(
                folder,
                Files.writeString(
                        folder.resolve("key.pem"), SampleExport.KEY.publicKey().pem()));
    }

    /// What [ExportVerifier] said, in the order in which it was asked.
    List<VerificationReport> reports() {
        return reports;
    }

    /// Asks about an export.
    ///
    /// @param kept checkpoints that were kept elsewhere
    /// @param isKeyGiven whether the key of the samples is
    void add(String name, byte[] lines, byte[] kept, boolean isKeyGiven, long from) throws IOException {
        Path export = Files.write(folder.resolve("export-%d.ndjson".formatted(calls.size())), lines);
        Path outside = Files.write(folder.resolve("outside-%d.ndjson".formatted(calls.size())), kept);
        List<String> call = new ArrayList<>(
                List.of(export.toString(), "--checkpoint", outside.toString(), "--from", "" + from, "--json"));
        if (isKeyGiven) {
            call.addAll(List.of("--key", key.toString()));
        }
        PublicKeys keys = isKeyGiven ? new PublicKeys(List.of(SampleExport.KEY.publicKey())) : PublicKeys.NONE;
        calls.add(call);
        names.add(name);
        reports.add(ExportVerifier.verify(export, new VerificationRequest(keys, List.of(outside), from, 0, false)));
    }

    /// Holds the answers against one another: verdict, places, notes and figures.
    void compare() throws IOException, InterruptedException {
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
