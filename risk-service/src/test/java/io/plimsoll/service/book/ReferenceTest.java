package io.plimsoll.service.book;

import static io.plimsoll.service.book.BookClient.collateral;
import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.instrument;
import static io.plimsoll.service.book.BookClient.json;
import static io.plimsoll.service.book.BookClient.matching;
import static io.plimsoll.service.book.BookClient.ok;
import static io.plimsoll.service.book.BookClient.put;
import static io.plimsoll.service.book.BookClient.refused;
import static io.plimsoll.service.book.BookClient.request;
import static io.plimsoll.service.book.BookClient.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What accounts refer to is put with revisions, and every change of it is in the record.
@QuarkusTest
final class ReferenceTest {

    private static final Map<String, Object> CATEGORY = Map.of(
            "id", "ref-cat",
            "ltv", "0.9",
            "liquidationLtv", "0.93",
            "liquidationBonus", "0.01",
            "members", List.of(Map.of("asset", "USDC")));

    @ParameterizedTest
    @CsvSource({
        "/v1/instruments/ref-perp, multiplier, 1, 2",
        "/v1/collateral/ref-coin, haircut, 0.1, 0.2",
        "/v1/categories/ref-cat, ltv, 0.9, 0.8"
    })
    void isMadeReadChangedAndListed(String path, String field, String was, String is) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        Map<String, Object> document = new HashMap<>(
                path.contains("instruments")
                        ? instrument(id)
                        : path.contains("collateral") ? collateral(id) : CATEGORY);
        Response made = ok(201, request().body(text(document)).put(path));
        document.put(field, is);

        refused(428, "precondition-required", request().body(text(document)).put(path));
        refused(
                412,
                "precondition-failed",
                request().header("If-None-Match", "*").body(text(document)).put(path));
        Response changed = ok(200, matching(made).body(text(document)).put(path));
        refused(412, "precondition-failed", matching(made).body(text(document)).put(path));

        Response read = get(path);
        assertThat(read.header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(json(read).path(field).asText()).isEqualTo(is).isNotEqualTo(was);
        String collection = path.substring(0, path.lastIndexOf('/'));
        assertThat(json(get(collection + "?limit=1000")).path("documents").findValuesAsText("id"))
                .contains(id)
                .isSorted();
        refused(404, "not-found", request().get(collection + "/nothing"));
        refused(400, "invalid-document", matching(changed).body(text(document)).put(collection + "/other"));
    }

    @Test
    void everyChangeIsAnEntryOfTheRecordWithWhoAndWhat() throws IOException {
        Response made = put("/v1/instruments/ref-entry", instrument("ref-entry"));
        put("/v1/collateral/ref-entry-coin", collateral("ref-entry-coin"));
        refused(
                428,
                "precondition-required",
                request().body(text(instrument("ref-entry"))).put("/v1/instruments/ref-entry"));

        JsonNode entry = null;
        int entries = 0;
        for (String line : get("/v1/decisions/export").asString().lines().toList()) {
            JsonNode each = BookClient.JSON.readTree(line).path("entry");
            if (each.at("/body/id").asText().startsWith("ref-entry")) {
                entries++;
                if (each.path("kind").asText().equals("instrument")) {
                    entry = each;
                }
            }
        }
        assertThat(entries).isEqualTo(2);
        assertThat(entry).isNotNull();
        assertThat(entry.at("/body/by").asText()).isEqualTo("ola");
        assertThat(entry.at("/body/from").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.at("/body/revision").asLong())
                .isEqualTo(json(made).path("revision").asLong());
        assertThat(entry.at("/body/document")).isEqualTo(json(get("/v1/instruments/ref-entry")));
    }

    @Test
    void anInstrumentAndAnAssetOfOneNameWouldShareTheirMarks() {
        put("/v1/instruments/ref-both", instrument("ref-both"));
        put("/v1/collateral/ref-both-coin", collateral("ref-both-coin"));

        refused(409, "conflict", request().body(text(collateral("ref-both"))).put("/v1/collateral/ref-both"));
        refused(
                409,
                "conflict",
                request().body(text(instrument("ref-both-coin"))).put("/v1/instruments/ref-both-coin"));
        refused(404, "not-found", request().get("/v1/collateral/ref-both"));
    }

    @Test
    void somebodyChangesIt() {
        refused(
                400,
                "bad-request",
                given().contentType("application/json")
                        .body(text(instrument("ref-nobody")))
                        .put("/v1/instruments/ref-nobody"));
    }
}
