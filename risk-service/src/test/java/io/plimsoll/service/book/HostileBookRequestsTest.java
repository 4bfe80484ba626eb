package io.plimsoll.service.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.RawHttp;
import io.plimsoll.service.RawHttp.Response;
import io.plimsoll.service.evaluation.HostileRequest;
import io.plimsoll.service.problem.ProblemAssert;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is sent to the book, the answer is a problem of the right kind, and never a 500.
@QuarkusTest
final class HostileBookRequestsTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isRefused(HostileRequest request) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            request.send(http);

            Response response = http.response();

            assertThat(response.status()).as(response.text()).isEqualTo(request.status());
            ProblemAssert.assertProblem(request.status(), response.mediaType(), response.text());
        }
    }

    static Stream<HostileRequest> requests() {
        return HostileRequest.all("/hostile-book-requests.txt");
    }
}
