package io.plimsoll.service.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemAssert;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `POST /v1/rulesets/check`.
@QuarkusTest
final class CheckResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ZIP = "application/zip";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void theRuleSetThatShipsPassesAsJsonAndAsZip() throws Exception {
        JsonNode asJson = report(post("application/json", json(standard())));
        JsonNode asZip = report(post(ZIP, zip("", standard())));

        assertThat(asJson.path("passed").booleanValue()).as(asJson.toString()).isTrue();
        assertThat(asJson.path("version").textValue()).startsWith("sha256:");
        assertThat(asZip).isEqualTo(asJson);
    }

    @Test
    void aPackedFolderIsReadAsItsContent() throws Exception {
        JsonNode flat = report(post(ZIP, zip("", standard())));
        JsonNode folder = report(post(ZIP, zip("standard/", standard())));

        assertThat(folder).isEqualTo(flat);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tables/margin.csv     | retail,major,70 %,80 % | retail,major,70 %,7.5 % | table.range  | 2  | (7.5 %)
            thresholds/margin.drl | segment : segment)     | segment : sgement)      | lint.field   | 18 | (sgement)
            actions/margin.drl    | actions.liquidate      | Runtime.getRuntime().exec("ls"); actions.liquidate | lint.static | 23 | Runtime
            scenarios/margin-cross.yaml | actions: []      | actions: [{type: liquidation}] | scenario.failed | 34 | one cent short
            """)
    void aMistakeIsNamedWhereItStands(String file, String from, String to, String code, int line, String words)
            throws Exception {
        Map<String, String> files = standard();
        String text = files.get(file);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to));

        JsonNode report = report(post("application/json", json(files)));

        assertThat(report.path("passed").booleanValue()).isFalse();
        assertThat(report.has("version")).isFalse();
        assertThat(report.path("diagnostics")).anySatisfy(diagnostic -> {
            assertThat(diagnostic.path("code").textValue()).isEqualTo(code);
            assertThat(diagnostic.path("file").textValue()).isEqualTo(file);
            assertThat(diagnostic.path("line").intValue()).isEqualTo(line);
            assertThat(diagnostic.path("message").textValue()).contains(words);
            assertThat(diagnostic.path("fix").textValue()).startsWith("Maybe ");
        });
    }

    @Test
    void nothingGoesLiveByACheck() throws Exception {
        String before = live();
        Map<String, String> files = standard();
        files.computeIfPresent("tables/margin.csv", (path, text) -> text.replace("70 %,80 %", "70 %,79 %"));

        assertThat(report(post("application/json", json(files))).path("passed").booleanValue())
                .isTrue();
        assertThat(live()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json | {}                                                               | 400
            application/json | {"files": []}                                                    | 400
            application/json | {"files": {"a": "b"}}                                            | 400
            application/json | {"files": [{"path": "a"}]}                                       | 400
            application/json | {"files": [{"path": "a", "text": "b", "mode": "x"}]}             | 400
            application/json | {"files": [{"path": "a", "text": ""}, {"path": "a", "text": ""}]} | 400
            application/json | nonsense                                                         | 400
            application/json | ''                                                               | 400
            text/plain       | {}                                                               | 415
            """)
    void whatIsNoSuchDocumentIsAProblem(String mediaType, String body, int status) throws Exception {
        HttpResponse<String> response = post(mediaType, body.getBytes(StandardCharsets.UTF_8));

        ProblemAssert.assertProblem(
                status, response.headers().firstValue("Content-Type").orElse(""), response.body());
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() throws Exception {
        HttpResponse<String> response = post(ZIP, new byte[(4 << 20) + 1]);

        ProblemAssert.assertProblem(
                413, response.headers().firstValue("Content-Type").orElse(""), response.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing that was packed | no zip                | source.archive
            a path that leads out   | ../ruleset.yaml       | source.path
            a path from the root    | /etc/passwd           | source.path
            """)
    void anArchiveThatIsNoneIsRefused(String what, String path, String code) throws Exception {
        byte[] body = code.equals("source.archive")
                ? path.getBytes(StandardCharsets.UTF_8)
                : zip("", Map.of(path, "name: x"));

        JsonNode report = report(post(ZIP, body));

        assertThat(report.path("passed").booleanValue()).isFalse();
        assertThat(report.path("diagnostics").path(0).path("code").textValue()).isEqualTo(code);
    }

    /// 64 MiB of nothing in some 64 KiB.
    @Test
    void anArchiveThatGrowsIsRefusedBeforeItHasGrown() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < 64; i++) {
            files.put("tables/t%d.csv".formatted(i), "0".repeat(1 << 20));
        }

        JsonNode report = report(post(ZIP, zip("", files)));

        assertThat(report.path("diagnostics").path(0).path("code").textValue()).isEqualTo("source.too-large");
    }

    private String live() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/rulesets/live".formatted(port)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .path("digest")
                    .textValue();
        }
    }

    private HttpResponse<String> post(String mediaType, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/v1/rulesets/check".formatted(port)))
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode report(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static Map<String, String> standard() {
        RuleSetSource source = RuleSetFolder.read(Path.of("../rules/standard"));
        Map<String, String> files = new LinkedHashMap<>();
        source.paths()
                .forEach(path -> files.put(path, new String(source.bytes(path).orElseThrow(), StandardCharsets.UTF_8)));
        return files;
    }

    private static byte[] json(Map<String, String> files) throws IOException {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode list = document.putArray("files");
        files.forEach((path, text) -> list.addObject().put("path", path).put("text", text));
        return JSON.writeValueAsBytes(document);
    }

    private static byte[] zip(String folder, Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                archive.putNextEntry(new ZipEntry(folder + file.getKey()));
                archive.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
