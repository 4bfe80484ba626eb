package io.plimsoll.service.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.service.book.BookClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The kill switch on its own port.
@QuarkusTest
final class KillPortTest {

    @Inject
    KillPort port;

    private RequestSpecification request() {
        return given().port(port.port()).header("Plimsoll-Person", "ola").contentType("application/json");
    }

    @Test
    void whatIsStoppedHereIsStoppedEverywhere() {
        String kill = "{\"scope\":{\"type\":\"RULE\",\"id\":\"a rule\"},\"reason\":\"a drill\"}";

        JsonNode answer =
                BookClient.json(BookClient.ok(200, request().body(kill).post("/v1/kill")));

        assertThat(answer.path("quiet").booleanValue()).isTrue();
        assertThat(BookClient.json(BookClient.get("/v1/kill")).path("kills")).anySatisfy(each -> {
            assertThat(each.at("/scope/type").asText()).isEqualTo("RULE");
            assertThat(each.at("/scope/id").asText()).isEqualTo("a rule");
            assertThat(each.path("person").asText()).isEqualTo("ola");
            assertThat(each.path("reason").asText()).isEqualTo("a drill");
        });
        assertThat(BookClient.json(BookClient.ok(200, request().get("/v1/kill"))))
                .isEqualTo(BookClient.json(BookClient.get("/v1/kill")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST   | /v1/kill       | {"scope":{"type":"ALL"}}                                        | 400 | invalid-document
                    POST   | /v1/kill       | {"scope":{"type":"ALL"},"reason":""}                            | 400 | invalid-document
                    POST   | /v1/kill       | {"scope":{"type":"ALL","id":"BTC"},"reason":"x"}                | 400 | invalid-document
                    POST   | /v1/kill       | {"scope":{"type":"INSTRUMENT"},"reason":"x"}                    | 400 | invalid-document
                    POST   | /v1/kill       | {"scope":{"type":"INSTRUMENT","id":"*"},"reason":"x"}           | 400 | invalid-document
                    POST   | /v1/kill       | {"scope":{"type":"ACTION","id":"liquidations"},"reason":"x"}    | 400 | invalid-document
                    POST   | /v1/kill       | {"scope":{"type":"EVERYTHING"},"reason":"x"}                    | 400 | invalid-document
                    POST   | /v1/kill       | {"scope":{"type":"ALL"},"reason":"x","by":"me"}                 | 400 | invalid-document
                    POST   | /v1/kill       | {"scope":{"type":"ACCOUNT","id":"a\\u0000b"},"reason":"x"}       | 400 | invalid-document
                    POST   | /v1/kill       | {"scope":{"type":"ACCOUNT","id":" "},"reason":"x"}              | 400 | invalid-document
                    POST   | /v1/kill       | {"scope":{"type":"ACCOUNT","id":""},"reason":"x"}               | 400 | invalid-document
                    POST   | /v1/kill       | stop                                                            | 400 | invalid-document
                    POST   | /v1/kill       | ''                                                              | 400 | invalid-document
                    PUT    | /v1/kill       | {}                                                              | 405 | method-not-allowed
                    POST   | /v1/kill/lift  | {"scope":{"type":"ALL"},"reason":"x"}                           | 404 | not-found
                    GET    | /              | ''                                                              | 404 | not-found
                    """)
    void whatIsNoRequestIsRefusedAndStopsNothing(String method, String path, String body, int status, String type) {
        JsonNode before = BookClient.json(BookClient.get("/v1/kill"));

        BookClient.refused(status, type, request().body(body).request(method, path));

        assertThat(BookClient.json(BookClient.get("/v1/kill"))).isEqualTo(before);
    }

    @Test
    void nobodyStopsAnythingWithoutAName() {
        BookClient.refused(
                400,
                "bad-request",
                given().port(port.port())
                        .contentType("application/json")
                        .body("{\"scope\":{\"type\":\"ALL\"},\"reason\":\"x\"}")
                        .post("/v1/kill"));
    }

    @Test
    void whoeverSendsTooSlowlyKeepsNobodyOut() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.port());
                slow.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write("POST /v1/kill HTTP/1.1\r\nContent-Length: 100\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            Awaitility.await().untilAsserted(() -> BookClient.ok(200, request().get("/v1/kill")));
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
    }
}
