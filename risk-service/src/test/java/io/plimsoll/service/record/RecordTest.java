package io.plimsoll.service.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.RawHttp;
import io.plimsoll.service.evaluation.Examples;
import io.plimsoll.service.problem.ProblemAssert;
import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.PublicKeys;
import io.plimsoll.service.record.export.ExportVerifier;
import io.plimsoll.service.record.export.VerificationReport;
import io.plimsoll.service.record.export.VerificationRequest;
import io.plimsoll.service.store.Store;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is decided is kept: once, with everything that it takes to decide it again.
@QuarkusTest
final class RecordTest {

    @Inject
    Store store;

    @Inject
    KeyRetention retention;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void aDecisionIsKeptBeforeItIsAnswered() {
        String account = account();

        Response answer = evaluate(snapshot(account), "");

        String id = answer.header("Plimsoll-Decision");
        assertThat(answer.header("Location")).isEqualTo("/v1/decisions/" + id);
        String kept = given().get("/v1/decisions/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(kept)
                .startsWith("{\"hash\":\"sha256:")
                .contains("\"kind\":\"decision\"", "\"id\":\"" + id + "\"", "\"account\":\"" + account + "\"")
                .contains("\"decision\":" + answer.asString());
    }

    @Test
    void aWhatIfIsNotKept() {
        String account = account();

        Response answer = evaluate(snapshot(account), "?record=false");

        assertThat(answer.header("Plimsoll-Decision")).isNull();
        assertThat(found("account=" + account)).isEmpty();
    }

    @Test
    void theSameQuestionIsKeptOnce() {
        String account = account();

        String first = evaluate(snapshot(account), "").header("Plimsoll-Decision");
        String again = evaluate(snapshot(account).replace(": ", ":   "), "?explain=true")
                .header("Plimsoll-Decision");

        assertThat(again).isEqualTo(first);
        assertThat(found("account=" + account)).containsExactly(first);
    }

    @Test
    void aReplayGivesTheSameBytes() {
        Response answer = evaluate(snapshot(account()), "?explain=true");
        String id = answer.header("Plimsoll-Decision");

        Response replay = given().post("/v1/decisions/" + id + "/replay");

        assertThat(replay.header("Plimsoll-Replay")).isEqualTo("identical");
        assertThat(given().get("/v1/decisions/" + id).asString()).contains("\"decision\":" + replay.asString());
    }

    @Test
    void decisionsAreFoundByAccountActionRuleVersionAndTime() {
        String account = account();
        Response answer = evaluate(snapshot(account), "");
        String id = answer.header("Plimsoll-Decision");
        String version = answer.header("Plimsoll-Rule-Set");
        String rule = answer.path("actions[0].chosenBy[0].rule");
        String time = answer.path("asOf");

        assertThat(List.of(
                        "account=" + account,
                        "account=%s&action=marginCall".formatted(account),
                        "account=%s&ruleSet=%s".formatted(account, version),
                        "account=%s&from=%s".formatted(account, time)))
                .allSatisfy(query -> assertThat(found(query)).as(query).containsExactly(id));
        assertThat(given().queryParam("account", account)
                        .queryParam("rule", rule)
                        .get("/v1/decisions")
                        .<List<String>>path("decisions.id"))
                .containsExactly(id);
        assertThat(List.of(
                        "account=%s&action=liquidation".formatted(account),
                        "account=%s&rule=none".formatted(account),
                        "account=%s&to=%s".formatted(account, time)))
                .allSatisfy(query -> assertThat(found(query)).as(query).isEmpty());
    }

    @Test
    void listsGoOnWhereTheyEnded() {
        String account = account();
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> evaluate(snapshot(account).replace("5600", "560" + i), "")
                        .header("Plimsoll-Decision"))
                .toList();

        Response first = given().get("/v1/decisions?limit=3&account=" + account);
        Response second = given().get("/v1/decisions?limit=3&account=%s&before=%s"
                .formatted(account, first.path("next").toString()));

        assertThat(first.<List<String>>path("decisions.id")).containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(second.<List<String>>path("decisions.id")).containsExactly(ids.get(1), ids.get(0));
        assertThat(second.<Object>path("next")).isNull();
    }

    @Test
    void whatCantBeReadInAQueryIsNamed() {
        Response answer = given().queryParam("to", "+300000-01-01T00:00:00Z")
                .get("/v1/decisions?limit=0&from=yesterday&acount=x");

        ProblemAssert.assertProblem(400, answer.contentType(), answer.asString());
        assertThat(answer.<List<String>>path("errors.parameter"))
                .containsExactlyInAnyOrder("limit", "from", "to", "acount");
    }

    @Test
    void thereIsNoDecisionOfAnUnknownName() {
        Response answer = given().get("/v1/decisions/dec_0");

        ProblemAssert.assertProblem(404, answer.contentType(), answer.asString());
    }

    @Test
    void theSameKeyAndRequestGetTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        String snapshot = snapshot(account());

        Response first = evaluate(snapshot, "?explain=true", key);
        Response again = evaluate(snapshot, "?explain=true", key);

        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Plimsoll-Decision")).isEqualTo(first.header("Plimsoll-Decision"));
    }

    @Test
    void aKeyStandsForOneRequest() {
        String key = UUID.randomUUID().toString();
        evaluate(snapshot(account()), "", key);

        Response other = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(snapshot(account()))
                .post("/v1/evaluations");

        ProblemAssert.assertProblem(422, other.contentType(), other.asString());
        assertThat(other.<String>path("type")).endsWith("key-misused");
    }

    @Test
    void aKeyIsFreeAgainWhenItsTimeIsOver() {
        String key = UUID.randomUUID().toString();
        evaluate(snapshot(account()), "", key);

        assertThat(retention.forget(Instant.now())).isZero();
        assertThat(retention.forget(Instant.now().plus(Duration.ofDays(8)))).isPositive();

        assertThat(evaluate(snapshot(account()), "", key).statusCode()).isEqualTo(200);
    }

    @Test
    void aMalformedKeyIsRefused() {
        for (String key : List.of("", "two words", "x".repeat(256))) {
            Response answer = given().contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(snapshot(account()))
                    .post("/v1/evaluations");

            ProblemAssert.assertProblem(400, answer.contentType(), answer.asString());
        }
    }

    @Test
    void aKeyNeedsSomethingToBeKept() {
        Response answer = given().contentType("application/json")
                .header("Idempotency-Key", "k")
                .body(snapshot(account()))
                .post("/v1/evaluations?record=false");

        ProblemAssert.assertProblem(400, answer.contentType(), answer.asString());
    }

    @Test
    void manyAtOnceMakeOneUnbrokenChain() {
        String account = account();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> evaluate(
                                    snapshot(account).replace("\"5600\"", "\"56%02d.5\"".formatted(i % 100)),
                                    "",
                                    "key-" + account + i % 150),
                            clients))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        assertThat(found("limit=1000&account=" + account)).hasSize(100).doesNotHaveDuplicates();
        ChainHead end = store.read(RecordTail::read);
        String previous = ChainHead.GENESIS.hash();
        long sequence = 0;
        for (String line :
                given().get("/v1/decisions/export").asString().lines().toList()) {
            if (line.startsWith("{\"hash\":")) {
                assertThat(line)
                        .contains("\"entry\":{\"sequence\":%d,\"previous\":\"%s\"".formatted(++sequence, previous));
                previous = line.substring(9, 9 + 71);
            }
        }
        assertThat(sequence).isGreaterThanOrEqualTo(end.sequence());
    }

    @Test
    void anExportIsVerifiedAndDecidedAgainWithoutTheService(@TempDir Path folder) throws IOException {
        evaluate(snapshot(account()), "");
        Path file = folder.resolve("export.ndjson");
        Awaitility.await().untilAsserted(() -> {
            byte[] lines = given().get("/v1/decisions/export").asByteArray();
            assertThat(new String(lines, StandardCharsets.UTF_8)).contains("\n{\"checkpoint\":");
            Files.write(file, lines);
        });

        VerificationReport report =
                ExportVerifier.verify(file, new VerificationRequest(PublicKeys.NONE, List.of(), 1, 0, true));

        assertThat(report.problems()).isEmpty();
    }

    @Test
    void aBatchKeepsEachOfItsDecisions() throws IOException {
        String account = account();
        String line = Examples.line("margin-call").replace("client-2", account);

        String answer;
        try (RawHttp http = new RawHttp(port)) {
            http.batch("")
                    .chunk(line + "\n" + line.replace("5600", "5601") + "\n{}\n")
                    .lastChunk();
            answer = http.response().text();
        }

        List<String> ids = found("account=" + account);
        assertThat(ids).hasSize(2);
        assertThat(answer.lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("{\"line\":1,\"id\":\"%s\",\"decision\":".formatted(ids.get(1))),
                        second -> assertThat(second)
                                .startsWith("{\"line\":2,\"id\":\"%s\",\"decision\":".formatted(ids.get(0))),
                        third -> assertThat(third).startsWith("{\"line\":3,\"problem\":"));
    }

    private static List<String> found(String query) {
        return given().get("/v1/decisions?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("decisions.id");
    }

    private static String account() {
        return "client-" + UUID.randomUUID();
    }

    private static String snapshot(String account) {
        return new String(Examples.request("margin-call"), StandardCharsets.UTF_8).replace("client-2", account);
    }

    private static Response evaluate(String snapshot, String query) {
        return given().contentType("application/json")
                .body(snapshot.getBytes(StandardCharsets.UTF_8))
                .post("/v1/evaluations" + query)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static Response evaluate(String snapshot, String query, String key) {
        Response answer = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(snapshot.getBytes(StandardCharsets.UTF_8))
                .post("/v1/evaluations" + query);
        assertThat(answer.statusCode()).isIn(200, 409, 422);
        return answer;
    }
}
