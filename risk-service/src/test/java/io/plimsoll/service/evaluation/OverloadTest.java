package io.plimsoll.service.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.RawHttp;
import io.plimsoll.service.RawHttp.Response;
import io.plimsoll.service.problem.ProblemAssert;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// What is too much is refused at once, with the advice to come back.
@QuarkusTest
@TestProfile(OverloadTest.OneAtATime.class)
final class OverloadTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void refusesOneMoreThanItTakesOn() throws IOException {
        try (RawHttp held = new RawHttp(port)) {
            held.batch("").chunk(Examples.line("margin-call") + "\n");
            assertThat(held.head().status()).isEqualTo(200);

            assertThat(refused("/v1/evaluations", "application/json")).isEqualTo("1");
            assertThat(refused("/v1/evaluations/batch", "application/x-ndjson")).isEqualTo("1");
            given().get("/q/health").then().statusCode(200);
            assertThat(Metrics.read(port, "plimsoll_gate_refusals_total")).isGreaterThanOrEqualTo(2);
        }
        Awaitility.await()
                .untilAsserted(() -> given().contentType("application/json")
                        .body(Examples.request("margin-call"))
                        .post("/v1/evaluations")
                        .then()
                        .statusCode(200));
    }

    private String refused(String path, String mediaType) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            http.post(path, mediaType, "Content-Length: 2").send("{}");
            Response response = http.response();
            ProblemAssert.assertProblem(503, response.mediaType(), response.text());
            return response.headers().get("retry-after");
        }
    }

    @Test
    void reservesRoomForBodiesBeforeTheyArrive() throws IOException {
        try (RawHttp slow = new RawHttp(port)) {
            slow.post("/v1/evaluations", "application/json", "Content-Length: 4190000");
            Awaitility.await().until(() -> Metrics.read(port, "plimsoll_body_free_bytes") < 10_000);

            var response = given().contentType("application/json")
                    .body("x".repeat(10_000))
                    .post("/v1/evaluations")
                    .then()
                    .header("Retry-After", "1")
                    .extract();
            ProblemAssert.assertProblem(503, response.contentType(), response.asString());
        }
        Awaitility.await().until(() -> Metrics.read(port, "plimsoll_body_free_bytes") == 4 << 20);
    }

    @Test
    void aBodyThatDoesNotArriveIsNotWaitedFor() throws IOException {
        try (RawHttp slow = new RawHttp(port)) {
            slow.post("/v1/evaluations", "application/json", "Content-Length: 1000")
                    .send("{");

            Response response = slow.response();

            ProblemAssert.assertProblem(408, response.mediaType(), response.text());
        }
    }

    @Test
    void aBatchThatMakesNoProgressIsClosed() throws IOException {
        try (RawHttp idle = new RawHttp(port)) {
            idle.batch("").chunk(Examples.line("margin-call") + "\n");
            assertThat(idle.head().status()).isEqualTo(200);
            idle.readChunk();

            assertThat(idle.isClosedByPeer()).isTrue();
        }
        Awaitility.await().until(() -> Metrics.read(port, "plimsoll_gate_places") == 1);
    }

    public static final class OneAtATime implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "plimsoll.evaluation.concurrency", "1",
                    "plimsoll.evaluation.queue", "0",
                    "plimsoll.evaluation.body-mebibytes", "4",
                    "plimsoll.evaluation.body-timeout", "2s",
                    "plimsoll.evaluation.batch-idle-timeout", "4s");
        }
    }
}
