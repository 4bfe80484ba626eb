package io.plimsoll.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.RawHttp;
import io.plimsoll.service.RawHttp.Response;
import io.plimsoll.service.problem.ProblemAssert;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// Valid requests with something done to them are answered by a decision or a problem, and never by a 500.
@QuarkusTest
final class MutatedRequestsTest {

    private static final int REQUESTS = 6_000;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void areNeverAnsweredByADefect() throws IOException {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        try (RawHttp http = new RawHttp(port)) {
            for (int seed = 0; seed < REQUESTS; seed++) {
                byte[] body = MutatedRequest.of(seed);
                http.post("/v1/evaluations", "application/json", "Content-Length: " + body.length)
                        .send(body);
                counts.merge(check(seed, http.response()), 1, Integer::sum);
            }
        }
        // The mutations must reach all of the code, not just the parser.
        assertThat(counts.get(Kind.DECISION)).isGreaterThan(REQUESTS / 20);
        assertThat(counts.get(Kind.INVALID)).isGreaterThan(REQUESTS / 4);
        assertThat(counts.get(Kind.UNDECIDABLE)).isGreaterThan(REQUESTS / 200);
    }

    private static Kind check(int seed, Response response) {
        if (response.status() == 200) {
            return Kind.DECISION;
        }
        assertThat(response.status()).as("seed %d: %s", seed, response.text()).isIn(400, 422);
        ProblemAssert.assertProblem(response.status(), response.mediaType(), response.text());
        return response.status() == 400 ? Kind.INVALID : Kind.UNDECIDABLE;
    }

    private enum Kind {
        DECISION,
        INVALID,
        UNDECIDABLE
    }
}
