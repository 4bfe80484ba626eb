package io.plimsoll.service.order;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.service.RawHttp;
import io.plimsoll.service.evaluation.HostileRequest;
import io.plimsoll.service.problem.ProblemAssert;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Orders are checked over HTTP by the rules that ship, and nothing is left of it.
@QuarkusTest
final class OrderCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    /// With `-Dplimsoll.examples.write=true` they are made to say what is answered.
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.plimsoll.service.order.OrderExamples#names")
    void isAnsweredAsTheExampleSays(String name) throws IOException {
        byte[] answer = ask(OrderExamples.request(name)).asByteArray();

        if (Boolean.getBoolean("plimsoll.examples.write")) {
            String text = JSON.writeValueAsString(JSON.readTree(answer)) + "\n";
            Files.writeString(OrderExamples.FOLDER.resolve(name + ".response.json"), text);
        }
        assertThat(comparable(answer)).isEqualTo(comparable(OrderExamples.response(name)));
    }

    @Test
    void thereIsAnExampleOfEachVerdict() throws IOException {
        List<String> verdicts = new ArrayList<>();
        for (String name : OrderExamples.names()) {
            verdicts.add(
                    JSON.readTree(OrderExamples.response(name)).path("verdict").asText());
        }
        assertThat(verdicts).contains("ACCEPT", "REDUCE_ONLY", "REJECT");
    }

    @Test
    void namesTheVersionAndGivesTheSameAnswerEveryTime() {
        String live = given().get("/v1/rulesets/live").path("digest");

        Response first = ask(OrderExamples.request("reject"));
        Response second = ask(OrderExamples.request("reject"));

        assertThat(first.header("Plimsoll-Rule-Set")).isEqualTo(live);
        assertThat(first.asString()).isEqualTo(second.asString()).contains(live);
    }

    @Test
    void leavesNothingInTheRecord() throws IOException {
        byte[] question = changed("cut", "client-2", "never-recorded");

        assertThat(ask(question).statusCode()).isEqualTo(200);
        assertThat(batch(new String(question, UTF_8).replaceAll("\\s*\\n\\s*", " "))
                        .getFirst()
                        .path("check")
                        .path("verdict")
                        .asText())
                .isEqualTo("REDUCE_ONLY");

        JsonNode found = JSON.readTree(
                given().get("/v1/decisions?account=never-recorded").asByteArray());
        assertThat(found.findValuesAsText("id")).isEmpty();
    }

    @Test
    void everyReasonNamesWhatItIsAbout() throws IOException {
        JsonNode crossing = reason("leverage");
        assertThat(crossing.path("code").asText()).isEqualTo("WOULD_CROSS");
        assertThat(crossing.at("/threshold/kind").asText()).isEqualTo("LEVERAGE");
        assertThat(crossing.at("/threshold/crossed").asBoolean()).isTrue();
        assertThat(crossing.at("/threshold/setBy/rows/0/id").asText()).isEqualTo("mandate:managed");
        assertThat(crossing.at("/threshold/setBy/line").asInt()).isPositive();
        JsonNode margin = reason("reject");
        assertThat(margin.path("code").asText()).isEqualTo("MARGIN");
        assertThat(margin.at("/missing/exact").asText()).isNotEmpty();
    }

    private static JsonNode reason(String example) throws IOException {
        return JSON.readTree(ask(OrderExamples.request(example)).asByteArray()).at("/reasons/0");
    }

    @Test
    void agreesWithTheEvaluationOfTheAccountBefore() throws IOException {
        ObjectNode question = (ObjectNode) JSON.readTree(OrderExamples.request("cut"));
        JsonNode checked = JSON.readTree(ask(OrderExamples.request("cut")).asByteArray());

        JsonNode decision = JSON.readTree(given().contentType("application/json")
                .body(question.path("snapshot").toString())
                .post("/v1/evaluations?record=false")
                .asByteArray());

        assertThat(checked.at("/before/thresholds")).isEqualTo(decision.path("thresholds"));
        assertThat(checked.at("/before/initialMargin")).isEqualTo(decision.at("/metrics/initialMargin"));
        assertThat(checked.at("/liquidationPrice/before/level"))
                .isEqualTo(decision.at("/metrics/positions/0/liquidationPrice"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndWhere() throws IOException {
        ObjectNode question = (ObjectNode) JSON.readTree(OrderExamples.request("cut"));
        ((ObjectNode) question.path("order")).put("quantity", "-6");
        ((ObjectNode) question.at("/snapshot/marks/0")).put("price", "0");

        Response answer = ask(JSON.writeValueAsBytes(question));

        ProblemAssert.assertProblem(400, answer.contentType(), answer.asString());
        assertThat(JSON.readTree(answer.asByteArray()).findValuesAsText("pointer"))
                .containsExactly("/snapshot/marks/0/price", "/order/quantity");
    }

    @Test
    void anOrderThatRefersToNothingIsToldSo() throws IOException {
        assertThat(pointers("\"order\": {\"instrument\": \"BTCUSDT\"", "\"order\": {\"instrument\": \"ETHUSDT\""))
                .containsExactly("/order/instrument");
        assertThat(pointers("{\"id\": \"BTCUSDT\", \"price\"", "{\"id\": \"XUSDT\", \"price\""))
                .containsExactly("/snapshot/account/positions/0");
    }

    @Test
    void rulesThatCannotDecideAreTold() {
        Response answer = ask(changed("cut", "\"retail\"", "\"unheard-of\""));

        ProblemAssert.assertProblem(422, answer.contentType(), answer.asString());
    }

    @Test
    void ordersBeyondAllBoundsAreProblems() {
        Response answer = ask(changed("accept", "\"quantity\": \"1.5\"", "\"quantity\": \"99999999999999999999\""));

        ProblemAssert.assertProblem(400, answer.contentType(), answer.asString());
        assertThat(answer.asString()).contains("/order");
    }

    @Test
    void aBatchIsAnsweredInOrderAndABadLineInItsPlace() throws IOException {
        List<JsonNode> answers = batch(String.join(
                "\n",
                OrderExamples.line("accept"),
                "",
                "{bad",
                OrderExamples.line("cut"),
                "{}",
                OrderExamples.line("reject")));

        assertThat(answers).extracting(answer -> answer.path("line").intValue()).containsExactly(1, 3, 4, 5, 6);
        assertThat(answers)
                .extracting(answer -> answer.at("/check/verdict").asText())
                .containsExactly("ACCEPT", "", "REDUCE_ONLY", "", "REJECT");
        ProblemAssert.assertShape(answers.get(1).path("problem"));
        ProblemAssert.assertShape(answers.get(3).path("problem"));
        assertThat(answers.getFirst().path("check"))
                .isEqualTo(JSON.readTree(ask(OrderExamples.request("accept")).asByteArray()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefused(HostileRequest request) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            request.send(http);

            RawHttp.Response response = http.response();

            assertThat(response.status()).as(response.text()).isEqualTo(request.status());
            if (request.isBare()) {
                assertThat(response.text()).isEmpty();
            } else {
                ProblemAssert.assertProblem(request.status(), response.mediaType(), response.text());
            }
        }
    }

    static Stream<HostileRequest> hostile() {
        return HostileRequest.all("/hostile-order-requests.txt", OrderExamples.request("cut"));
    }

    private static List<String> pointers(String from, String to) throws IOException {
        Response answer = ask(changed("cut", from, to));
        ProblemAssert.assertProblem(400, answer.contentType(), answer.asString());
        return JSON.readTree(answer.asByteArray()).findValuesAsText("pointer");
    }

    private static byte[] changed(String name, String from, String to) {
        String text = new String(OrderExamples.request(name), UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(UTF_8);
    }

    private static Response ask(byte[] question) {
        return given().contentType("application/json").body(question).post("/v1/orders/check");
    }

    private static List<JsonNode> batch(String lines) throws IOException {
        String answers = given().contentType("application/x-ndjson;charset=UTF-8")
                .body(lines.getBytes(UTF_8))
                .post("/v1/orders/check/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<JsonNode> read = new ArrayList<>();
        for (String line : answers.split("\n", -1)) {
            if (!line.isEmpty()) {
                read.add(JSON.readTree(line));
            }
        }
        return read;
    }

    private static String comparable(byte[] json) throws IOException {
        return JSON.writeValueAsString(JSON.readTree(json)).replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
    }
}
