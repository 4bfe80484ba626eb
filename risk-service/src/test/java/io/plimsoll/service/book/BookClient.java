package io.plimsoll.service.book;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.service.problem.ProblemAssert;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// Somebody who keeps the book.
public final class BookClient {

    public static final ObjectMapper JSON = new ObjectMapper();

    private BookClient() {}

    public static RequestSpecification request() {
        return given().header("Plimsoll-Person", "ola").contentType("application/json");
    }

    public static RequestSpecification matching(Response read) {
        return request().header("If-Match", read.header("ETag"));
    }

    /// Puts a document in its place, whatever is there.
    public static Response put(String path, Object document) {
        Response present = request().get(path);
        RequestSpecification request = present.statusCode() == 404 ? request() : matching(present);
        Response answer = request.body(text(document)).put(path);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return answer;
    }

    public static Response send(String path, Object document) {
        return ok(200, request().body(text(document)).post(path));
    }

    public static Response get(String path) {
        return ok(200, request().get(path));
    }

    /// An account with a balance in its own currency.
    public static Map<String, Object> account(String id, String cash) {
        return account(id, cash, List.of());
    }

    public static Map<String, Object> account(String id, String cash, List<?> positions) {
        return Map.of(
                "id",
                id,
                "segment",
                "retail",
                "marginMode",
                "CROSS",
                "currency",
                "USDT",
                "balances",
                List.of(Map.of("asset", "USDT", "quantity", cash)),
                "positions",
                positions);
    }

    public static Map<String, Object> position(String instrument, String quantity) {
        return Map.of("instrument", instrument, "quantity", quantity, "entryPrice", "100");
    }

    /// A perpetual without much to it.
    public static Map<String, Object> instrument(String id) {
        return Map.of(
                "id", id,
                "type", "LINEAR_PERPETUAL",
                "instrumentClass", "major",
                "currency", "USDT",
                "multiplier", "1",
                "lotSize", "0.001",
                "tiers", List.of(Map.of("floor", "0", "maintenanceRate", "0.005", "maxLeverage", "100")));
    }

    public static Map<String, Object> collateral(String asset) {
        return Map.of("asset", asset, "haircut", "0.1", "lotSize", "0.001");
    }

    public static Map<String, Object> mark(String id, String price, String time, String source) {
        return Map.of("id", id, "price", price, "time", time, "source", source);
    }

    public static Map<String, Object> marks(Object... marks) {
        return Map.of("marks", List.of(marks));
    }

    public static String text(Object document) {
        try {
            return document instanceof String text ? text : JSON.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Response ok(int status, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return response;
    }

    /// The problem that a request was refused with.
    public static JsonNode refused(int status, String type, Response response) {
        JsonNode problem = ProblemAssert.assertProblem(status, response.contentType(), response.asString());
        assertThat(problem.path("type").asText()).isEqualTo("urn:plimsoll:problem:" + type);
        return problem;
    }
}
