package io.plimsoll.service.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.service.evaluation.Examples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The snapshot of an example under names of its own, taken apart into the book.
///
/// @param account identifier of the account
/// @param snapshot as of its newest mark
record ExampleBook(String account, ObjectNode snapshot) {

    static ExampleBook of(String example) {
        try {
            String text = new String(Examples.request(example), StandardCharsets.UTF_8);
            JsonNode original = BookClient.JSON.readTree(text);
            Set<String> names = new TreeSet<>(original.path("marks").findValuesAsText("id"));
            names.addAll(original.path("instruments").findValuesAsText("id"));
            names.addAll(original.path("collateral").findValuesAsText("asset"));
            original.path("categories")
                    .forEach(category -> names.add(category.path("id").asText()));
            names.add(original.at("/account/id").asText());
            names.remove(original.at("/account/currency").asText());
            for (String name : names) {
                text = text.replace("\"" + name + "\"", "\"" + example + "." + name + "\"");
            }
            ObjectNode snapshot = (ObjectNode) BookClient.JSON.readTree(text);
            snapshot.path("marks").findValuesAsText("time").stream()
                    .max(String::compareTo)
                    .ifPresent(newest -> snapshot.put("asOf", newest));
            return new ExampleBook(snapshot.at("/account/id").asText(), snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ExampleBook put() {
        snapshot.path("instruments").forEach(each -> BookClient.put("/v1/instruments/" + text(each, "id"), each));
        snapshot.path("collateral").forEach(each -> BookClient.put("/v1/collateral/" + text(each, "asset"), each));
        snapshot.path("categories").forEach(each -> BookClient.put("/v1/categories/" + text(each, "id"), each));
        BookClient.send("/v1/marks", Map.of("marks", snapshot.path("marks")));
        BookClient.put("/v1/accounts/" + account, snapshot.path("account"));
        return this;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
