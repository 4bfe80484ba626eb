package io.plimsoll.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.RawHttp;
import io.plimsoll.service.RawHttp.Response;
import io.plimsoll.service.problem.ProblemAssert;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is sent, the answer is a problem of the right kind, and never a 500.
@QuarkusTest
final class HostileRequestsTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.plimsoll.service.evaluation.HostileRequest#all")
    void isRefused(HostileRequest request) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            request.send(http);

            Response response = http.response();

            assertThat(response.status()).as(response.text()).isEqualTo(request.status());
            if (request.isBare()) {
                assertThat(response.text()).isEmpty();
            } else {
                ProblemAssert.assertProblem(request.status(), response.mediaType(), response.text());
            }
        }
    }

    /// `~` stands for the end of a line.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET~~",
                "GET /q/health HTTP/9.9~~",
                "POST /v1/evaluations HTTP/1.1~Host: x~Content-Length: 2~Transfer-Encoding: chunked~~0~~",
                "POST /v1/evaluations HTTP/1.1~Host: x~Content-Length: abc~~{}",
                "POST /v1/evaluations HTTP/1.1~Host: x~Content-Length: 2~Content-Length: 3~~{}",
                "POST /v1/evaluations HTTP/1.1~Host: x~Content-Length: -1~~{}",
                "GET /q/health HTTP/1.1~Host: x~no colon~~",
                "GET /q/health HTTP/1.1~Host: x~A: \u0000~~"
            })
    void isNotTakenForARequest(String text) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            http.send(text.replace("~", "\r\n"));

            assertThat(http.head().status()).isBetween(400, 499);
        }
    }

    @Test
    void thereAreMany() {
        assertThat(HostileRequest.all().map(HostileRequest::name))
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void theConnectionServesTheNextRequestAfterARefusal() throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            for (HostileRequest request : HostileRequest.all().limit(20).toList()) {
                request.send(http);
                assertThat(http.response().status()).isEqualTo(request.status());
            }
        }
    }
}
