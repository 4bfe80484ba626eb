package io.plimsoll.service.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.guard.KillPortOf;
import io.plimsoll.service.problem.ProblemAssert;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Operators alone reach the kill switch by its own port.
@QuarkusTest
@TestProfile(Guarded.class)
final class KillAccessTest {

    private static final String KILL = "{\"scope\":{\"type\":\"ACTION\",\"id\":\"rebalance\"},\"reason\":\"a drill\"}";

    @Inject
    KillPortOf port;

    @ParameterizedTest
    @EnumSource
    void aRoleIsLetInOrRefused(Role role) {
        int expected = role == Role.OPERATOR ? 200 : 403;
        assertThat(post(Guarded.as(role)).statusCode()).isEqualTo(expected);
        assertThat(Guarded.as(role).port(port.number()).get("/v1/kill").statusCode())
                .isEqualTo(expected);
    }

    @Test
    void whoeverShowsNothingThatIsKnownIsRefused() {
        for (RequestSpecification request : new RequestSpecification[] {
            RestAssured.given(),
            RestAssured.given().header("Plimsoll-Person", "operator"),
            Guarded.with("wrong"),
            Guarded.with(Guarded.secret(Guarded.EXPIRED)),
            Guarded.as(Role.OPERATOR).header("Authorization", "Bearer again")
        }) {
            Response answer = post(request);
            ProblemAssert.assertProblem(401, answer.contentType(), answer.asString());
        }
    }

    private Response post(RequestSpecification request) {
        return request.port(port.number()).body(KILL).post("/v1/kill");
    }
}
