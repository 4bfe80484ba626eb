package io.plimsoll.service.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.RawHttp;
import io.plimsoll.service.problem.ProblemAssert;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every operation takes the roles that the reference says, and no others.
@QuarkusTest
@TestProfile(Guarded.class)
final class AccessTest {

    private static final String WHAT_IF = "?record=false";

    @ConfigProperty(name = "quarkus.http.test-port")
    private int port;

    @Test
    void theReferenceNamesEveryOperationOnce() {
        assertThat(Operation.all().stream().map(Operation::id))
                .containsExactlyInAnyOrderElementsOf(AccessTable.read().keySet());
    }

    @Test
    void whoeverShowsNothingIsLetInNowhere() {
        for (Operation operation : Operation.all()) {
            assertUnknown(operation.send(given(), ""));
        }
    }

    @Test
    void eachRoleMayDoWhatTheReferenceSaysAndNothingElse() {
        Map<String, Map<Role, String>> table = AccessTable.read();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : Operation.all()) {
            table.get(operation.id()).forEach((role, word) -> {
                check(wrong, operation, role, "", word.equals("yes"));
                if (operation.id().startsWith("evaluate")) {
                    check(wrong, operation, role, WHAT_IF, word.equals("yes") || word.equals("what-if"));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(List<String> wrong, Operation operation, Role role, String query, boolean mayDo) {
        Response response = operation.send(Guarded.as(role), query);
        int status = response.statusCode();
        if (mayDo ? status == 401 || status == 403 || status >= 500 : status != 403) {
            wrong.add("%s %s%s as %s: %d".formatted(operation.method(), operation.path(), query, role, status));
        }
        if (status == 403) {
            ProblemAssert.assertProblem(403, response.contentType(), response.asString());
        }
    }

    /// The API document shows the form in JSON alone.
    @Test
    void archivesTakeTheSameRolesAsDocuments() {
        for (Role role : Role.values()) {
            String zip = "application/zip";
            int checked = Guarded.as(role)
                    .contentType(zip)
                    .body(new byte[0])
                    .post("/v1/rulesets/check")
                    .statusCode();
            assertThat(checked == 403).as("check as %s", role).isEqualTo(role != Role.OFFICER && role != Role.APPROVER);
            int saved = Guarded.as(role)
                    .contentType(zip)
                    .body(new byte[0])
                    .put("/v1/rulesets/nowhere/changes/nowhere/files")
                    .statusCode();
            assertThat(saved == 403).as("save as %s", role).isEqualTo(role != Role.OFFICER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v1/nothing",
                "/v2/evaluations",
                "/nothing",
                "/q",
                "/q/",
                "/q/dev",
                "/q/dev-ui",
                "/q/metrics",
                "/q/metrics/",
                "//v1/rulesets/live",
                "/v1//rulesets/live",
                "/v1/rulesets/live/",
                "/v1/rulesets/./live",
                "/v1/rulesets/x/../live",
                "/q/health/../../v1/rulesets/live",
                "/v1/rulesets/%6cive",
                "/v1/rulesets/live;x=1",
                "/v1;/rulesets/live",
                "/q/openapi/../../v1/rulesets/live",
                "/%2e/v1/rulesets/live",
                "/q/health/%2e%2e/%2e%2e/v1/rulesets/live",
                "/q/health;/../../v1/rulesets/live"
            })
    void noSpellingOfAPathLeadsPastTheDoor(String path) throws IOException {
        // Any client library would mend some of these before it sends them.
        try (RawHttp http = new RawHttp(port)) {
            http.send("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path));
            RawHttp.Response response = http.response();
            assertThat(response.status()).as(response.text()).isIn(400, 401, 404);
            assertThat(response.text()).doesNotContain("digest");
            // That there is nothing is only told to those who are known.
            if (!path.startsWith("/q/")) {
                assertThat(response.status()).isNotEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PATCH", "TRACE", "DELETE", "PROPFIND"})
    void noMethodLeadsPastTheDoor(String method) {
        Response response = given().header("X-HTTP-Method-Override", "GET").request(method, "/v1/rulesets/live");
        assertThat(response.statusCode()).isIn(401, 405, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-User", "X-Forwarded-User", "X-Remote-User", "Plimsoll-Person", "X-Forwarded-For"})
    void noHeaderSaysWhoSomebodyIs(String header) {
        assertUnknown(given().header(header, "officer").get("/v1/rulesets/live"));
    }

    @Test
    void healthAndTheDescriptionAreOpen() {
        for (String path : List.of("/q/health/ready", "/q/health/live", "/q/health", "/q/openapi", "/q/swagger-ui/")) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void metricsAreForThoseWhoWatch() {
        for (Role role : Role.values()) {
            boolean mayRead = role == Role.VIEWER || role == Role.OPERATOR || role == Role.AUDITOR;
            assertThat(Guarded.as(role).get("/q/metrics").statusCode())
                    .as(role.id())
                    .isEqualTo(mayRead ? 200 : 403);
        }
    }

    static void assertUnknown(Response response) {
        ProblemAssert.assertProblem(401, response.contentType(), response.asString());
        assertThat(response.statusCode()).isEqualTo(401);
        // A browser that was asked for Basic would send the password wherever a page makes it.
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
