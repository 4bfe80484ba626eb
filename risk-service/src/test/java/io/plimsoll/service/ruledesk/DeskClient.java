package io.plimsoll.service.ruledesk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.problem.ProblemAssert;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/// Somebody at the desk of a rule set.
final class DeskClient {

    private static final String JSON = "application/json";

    private final String ruleSet;
    private final String person;

    DeskClient(String ruleSet, String person) {
        this.ruleSet = ruleSet;
        this.person = person;
    }

    RequestSpecification request() {
        return given().header("Plimsoll-Person", person);
    }

    String path(String id, String rest) {
        return "/v1/rulesets/" + ruleSet + "/changes/" + id + rest;
    }

    /// Begins a change.
    ///
    /// @return its identifier
    String begin(String title) {
        return ok(
                        201,
                        request()
                                .contentType(JSON)
                                .body(Map.of("title", title))
                                .post("/v1/rulesets/" + ruleSet + "/changes"))
                .path("id");
    }

    Response read(String id) {
        return ok(200, given().get(path(id, "")));
    }

    String state(String id) {
        return read(id).path("state");
    }

    String text(String id, String file) {
        return ok(200, given().get(path(id, "/files/" + file))).asString();
    }

    Response save(String id, String file, String text, int revision) {
        return request()
                .contentType("text/plain;charset=UTF-8")
                .header("If-Match", "\"" + revision + "\"")
                .body(text)
                .put(path(id, "/files/" + file));
    }

    /// Replaces a part of a file, on the revision that is there.
    Response edit(String id, String file, String from, String to) {
        String text = text(id, file);
        assertThat(text).contains(from);
        return ok(200, save(id, file, text.replace(from, to), read(id).path("revision")));
    }

    Response step(String id, String step) {
        return request().post(path(id, "/" + step));
    }

    Response step(String id, String step, Map<String, String> body) {
        return request().contentType(JSON).body(body).post(path(id, "/" + step));
    }

    /// Approves what is there.
    Response approve(String id) {
        return word(id, "approve");
    }

    Response ratify(String id) {
        return word(id, "ratify");
    }

    private Response word(String id, String step) {
        Response change = read(id);
        return step(
                id,
                step,
                Map.of(
                        "content", change.path("content"),
                        "impact", change.path("review.impact"),
                        "base", change.path("base")));
    }

    Response rollBack(String digest, String reason) {
        return request()
                .contentType(JSON)
                .body(Map.of("to", digest, "reason", reason))
                .post("/v1/rulesets/" + ruleSet + "/rollback");
    }

    Response history() {
        return ok(200, given().get("/v1/rulesets/" + ruleSet + "/history"));
    }

    /// A change of a number that has passed the checks.
    String checked(String title, String from, String to) {
        String id = begin(title);
        edit(id, "tables/margin.csv", from, to);
        assertThat(ok(200, step(id, "check")).<Boolean>path("report.passed")).isTrue();
        return id;
    }

    static Response ok(int status, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return response;
    }

    static String refused(int status, Response response) {
        ProblemAssert.assertProblem(status, response.contentType(), response.asString());
        return response.path("detail");
    }

    static String live() {
        return given().get("/v1/rulesets/live").path("digest");
    }
}
