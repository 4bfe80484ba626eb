package io.plimsoll.service.ruledesk;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.service.evaluation.Examples;
import java.util.UUID;

/// Accounts in the record, as `examples/evaluations/margin-call` has them, with
/// another balance.
final class RecordedAccounts {

    private static final String TIME = "2024-10-24T12:00:00Z";

    private RecordedAccounts() {}

    /// Records an account of its own.
    ///
    /// @return its name
    static String record(String balance) {
        String account = "impact-" + UUID.randomUUID();
        record(account, balance, TIME);
        return account;
    }

    static void record(String account, String balance, String time) {
        String snapshot = new String(Examples.request("margin-call"), UTF_8)
                .replace("client-2", account)
                .replace("\"5600\"", "\"" + balance + "\"")
                .replace(TIME, time);
        given().contentType("application/json")
                .body(snapshot.getBytes(UTF_8))
                .post("/v1/evaluations")
                .then()
                .statusCode(200);
    }
}
