package io.plimsoll.service.evaluation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples are answered as they say. With `-Dplimsoll.examples.write=true` they are made to say what is answered.
@QuarkusTest
final class ExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.plimsoll.service.evaluation.Examples#names")
    void isAnsweredAsItSays(String name) throws IOException {
        byte[] answer = given().contentType("application/json")
                .body(Examples.request(name))
                .post("/v1/evaluations")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        if (Boolean.getBoolean("plimsoll.examples.write")) {
            String text = JSON.writeValueAsString(JSON.readTree(answer)) + "\n";
            Files.writeString(Examples.FOLDER.resolve(name + ".response.json"), text);
        }
        assertThat(comparable(answer)).isEqualTo(comparable(Examples.response(name)));
    }

    @Test
    void thereIsOneForEveryAction() {
        assertThat(Examples.names())
                .contains("margin-call", "partial-liquidation", "full-liquidation", "rebalance", "healthy-account");
    }

    /// Digests and the names made of them change with every edit of the rules; what is decided does not.
    private static String comparable(byte[] json) throws IOException {
        return JSON.writeValueAsString(JSON.readTree(json))
                .replaceAll("sha256:[0-9a-f]{64}", "sha256:…")
                .replaceAll("act_[0-9a-f]{32}", "act_…");
    }

    @Test
    void theAnswerNamesItsVersionAndIsTheSameEveryTime() {
        byte[] request = Examples.request("margin-call");
        String live = given().get("/v1/rulesets/live").path("digest");

        String first = ask(request, live);
        String second = ask(request, live);

        assertThat(first).isEqualTo(second).contains(live);
    }

    private static String ask(byte[] request, String digest) {
        byte[] answer = given().contentType("application/json; charset=UTF-8")
                .body(request)
                .post("/v1/evaluations?explain=true")
                .then()
                .statusCode(200)
                .header("Plimsoll-Rule-Set", digest)
                .extract()
                .asByteArray();
        return new String(answer, UTF_8);
    }

    @Test
    void anExplanationIsGivenIfItIsAskedFor() {
        assertThat(explanation("?explain=true")).isNotNull();
        assertThat(explanation("?explain=false")).isNull();
        assertThat(explanation("")).isNull();
    }

    private static Object explanation(String query) {
        return given().contentType("application/json")
                .body(Examples.request("healthy-account"))
                .post("/v1/evaluations" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("explanation");
    }
}
