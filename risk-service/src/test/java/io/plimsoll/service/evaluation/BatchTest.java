package io.plimsoll.service.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.service.RawHttp;
import io.plimsoll.service.problem.ProblemAssert;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// Snapshots stream in and decisions stream out, line by line.
@QuarkusTest
final class BatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void answersALineBeforeTheNextIsSent() throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            http.batch("").chunk(Examples.line("margin-call") + "\n");

            assertThat(http.head().status()).isEqualTo(200);
            assertThat(account(answer(http))).isEqualTo("client-2");

            http.chunk(Examples.line("rebalance") + "\n");
            assertThat(account(answer(http))).isEqualTo("client-6");

            http.lastChunk();
            assertThat(http.readChunk()).isEmpty();
        }
    }

    @Test
    void answersInOrderAndABadLineByAProblemInItsPlace() throws IOException {
        List<JsonNode> answers = batch(Examples.line("margin-call")
                + "\r\n\n{bad\n  \n" + Examples.line("margin-call").replace("retail", "unheard-of") + "\n"
                + Examples.line("rebalance"));

        assertThat(answers).extracting(answer -> answer.path("line").intValue()).containsExactly(1, 3, 5, 6);
        assertThat(answers)
                .extracting(answer -> answer.path("problem").path("status").intValue())
                .containsExactly(0, 400, 422, 0);
        assertThat(account(answers.getFirst())).isEqualTo("client-2");
        assertThat(account(answers.getLast())).isEqualTo("client-6");
        ProblemAssert.assertShape(answers.get(1).path("problem"));
        ProblemAssert.assertShape(answers.get(2).path("problem"));
    }

    @Test
    void answersTheSameAsOneAtATime() throws IOException {
        List<String> names = Examples.names();

        List<JsonNode> answers =
                batch(String.join("\n", names.stream().map(Examples::line).toList()));

        for (int i = 0; i < names.size(); i++) {
            byte[] single = RestAssured.given()
                    .contentType("application/json")
                    .body(Examples.request(names.get(i)))
                    .post("/v1/evaluations")
                    .asByteArray();
            assertThat(answers.get(i).path("decision")).isEqualTo(JSON.readTree(single));
        }
    }

    @Test
    void takesALineAcrossManyChunksAndManyLinesInOne() throws IOException {
        String line = Examples.line("healthy-account");
        try (RawHttp http = new RawHttp(port)) {
            http.batch("");
            for (int i = 0; i < line.length(); i += 100) {
                http.chunk(line.substring(i, Math.min(line.length(), i + 100)));
            }
            http.chunk("\n" + (line + "\n").repeat(99)).lastChunk();

            assertThat(answers(http))
                    .extracting(answer -> answer.path("line").longValue())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 100).boxed().toList());
        }
    }

    @Test
    void passesOverALineThatIsTooLongAndGoesOn() throws IOException {
        String part = "x".repeat(64 << 10);
        try (RawHttp http = new RawHttp(port)) {
            http.batch("");
            for (int i = 0; i < 65; i++) {
                http.chunk(part);
            }
            http.chunk("\n" + Examples.line("margin-call")).lastChunk();

            List<JsonNode> answers = answers(http);

            assertThat(answers).hasSize(2);
            assertThat(answers.getFirst().path("problem").path("detail").textValue())
                    .contains("too long");
            assertThat(account(answers.getLast())).isEqualTo("client-2");
        }
    }

    @Test
    void anEmptyBatchIsAnsweredByNothing() throws IOException {
        assertThat(batch("")).isEmpty();
        assertThat(batch("\n\r\n \n")).isEmpty();
    }

    @Test
    void anExplanationIsGivenIfItIsAskedFor() throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            http.batch("?explain=true").chunk(Examples.line("margin-call")).lastChunk();

            assertThat(answers(http).getFirst().path("decision").has("explanation"))
                    .isTrue();
        }
    }

    @Test
    void givesItsPlaceBackWhenTheClientGoesAway() throws IOException {
        double free = free();
        try (RawHttp http = new RawHttp(port)) {
            http.batch("").chunk(Examples.line("margin-call") + "\n");
            http.head();
            assertThat(free()).isEqualTo(free - 1);
        }
        Awaitility.await().untilAsserted(() -> assertThat(free()).isEqualTo(free));
    }

    @Test
    void aClientThatDoesNotReadDelaysNobodyAndIsNotReadAhead() throws IOException {
        String lines = (Examples.line("partial-liquidation") + "\n").repeat(200);
        double before = answered();
        try (RawHttp http = new RawHttp(port)) {
            http.batch("");
            Thread writer = Thread.ofVirtual().start(() -> sendUntilClosed(http, lines));
            // The answers pile up in the buffers of both sockets, and then no line is taken any more.
            Awaitility.await()
                    .atMost(java.time.Duration.ofMinutes(1))
                    .pollInterval(java.time.Duration.ofMillis(500))
                    .until(new Stalled(this::answered));

            assertThat(answered() - before).isLessThan(20_000);
            assertThat(batch(Examples.line("margin-call"))).hasSize(1);
            assertThat(writer.isAlive()).isTrue();
        }
    }

    private static void sendUntilClosed(RawHttp http, String lines) {
        try {
            for (int i = 0; i < 1_000; i++) {
                http.chunk(lines);
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private List<JsonNode> batch(String lines) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            http.batch("");
            if (!lines.isEmpty()) {
                http.chunk(lines);
            }
            http.lastChunk();
            return answers(http);
        }
    }

    private static List<JsonNode> answers(RawHttp http) throws IOException {
        RawHttp.Response response = http.response();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.mediaType()).isEqualTo("application/x-ndjson");
        List<JsonNode> answers = new ArrayList<>();
        for (String line : response.text().lines().toList()) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }

    private static JsonNode answer(RawHttp http) throws IOException {
        return JSON.readTree(new String(http.readChunk(), UTF_8));
    }

    private static String account(JsonNode answer) {
        return answer.path("decision").path("account").textValue();
    }

    private double free() {
        return Metrics.read(port, "plimsoll_gate_places");
    }

    private double answered() {
        return Metrics.read(port, "plimsoll_batch_lines_total{answer=\"decision\"}");
    }
}
