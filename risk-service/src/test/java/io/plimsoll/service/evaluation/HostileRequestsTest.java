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
            ProblemAssert.assertProblem(request.status(), response.mediaType(), response.text());
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
