package io.plimsoll.service.caller;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An operation of the API, as the OpenAPI document describes it.
///
/// @param id its `operationId`
/// @param method such as `POST`
/// @param path with names that lead nowhere in the place of its parameters
/// @param mediaType of the body; empty if it takes none
record Operation(String id, String method, String path, String mediaType) {

    /// All that there are.
    static List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getValue().path("operationId").asText(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey().replaceAll("\\{\\w+}", "nowhere"),
                                mediaType(method.getValue())))));
        return operations;
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper()
                    .readTree(given().get("/q/openapi?format=json").asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mediaType(JsonNode operation) {
        var content = operation.at("/requestBody/content").fieldNames();
        return content.hasNext() ? content.next() : "";
    }

    /// Sends it, with a body that says nothing.
    ///
    /// @param query such as `?record=false`, or nothing
    Response send(RequestSpecification request, String query) {
        if (!mediaType.isEmpty()) {
            request.header("Content-Type", mediaType.startsWith("text/") ? mediaType + ";charset=UTF-8" : mediaType)
                    .body("{}".getBytes(US_ASCII));
        }
        if (id.equals("streamActions")) {
            // It would never end.
            request.header("Last-Event-ID", "nowhere");
        }
        return request.request(method, path + query);
    }
}
