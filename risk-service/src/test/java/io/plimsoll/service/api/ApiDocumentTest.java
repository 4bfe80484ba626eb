package io.plimsoll.service.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The OpenAPI document says everything, and nothing that is not so.
@QuarkusTest
final class ApiDocumentTest {

    @Test
    void namesEveryPath() throws IOException {
        assertThat(names(document().path("paths")))
                .containsExactlyInAnyOrder(
                        "/v1/accounts",
                        "/v1/accounts/bulk",
                        "/v1/accounts/{id}",
                        "/v1/accounts/{id}/positions/{instrument}",
                        "/v1/accounts/{id}/risk",
                        "/v1/actions",
                        "/v1/actions/stream",
                        "/v1/actions/{id}",
                        "/v1/actions/{id}/ack",
                        "/v1/actions/{id}/done",
                        "/v1/live",
                        "/v1/guards",
                        "/v1/guards/accept",
                        "/v1/guards/arm",
                        "/v1/guards/disarm",
                        "/v1/guards/rearm",
                        "/v1/guards/release",
                        "/v1/guards/withdraw",
                        "/v1/kill",
                        "/v1/kill/lift",
                        "/v1/webhooks",
                        "/v1/categories",
                        "/v1/categories/{id}",
                        "/v1/collateral",
                        "/v1/collateral/{asset}",
                        "/v1/instruments",
                        "/v1/instruments/{id}",
                        "/v1/marks",
                        "/v1/signals",
                        "/v1/decisions",
                        "/v1/decisions/export",
                        "/v1/decisions/{id}",
                        "/v1/decisions/{id}/replay",
                        "/v1/exposure",
                        "/v1/evaluations",
                        "/v1/evaluations/batch",
                        "/v1/orders/check",
                        "/v1/orders/check/batch",
                        "/v1/rulesets/check",
                        "/v1/rulesets/live",
                        "/v1/rulesets",
                        "/v1/rulesets/{name}/history",
                        "/v1/rulesets/{name}/versions/{version}",
                        "/v1/rulesets/{name}/versions/{version}/files/{path}",
                        "/v1/rulesets/{name}/rollback",
                        "/v1/rulesets/{name}/changes",
                        "/v1/rulesets/{name}/changes/{id}",
                        "/v1/rulesets/{name}/changes/{id}/files",
                        "/v1/rulesets/{name}/changes/{id}/files/{path}",
                        "/v1/rulesets/{name}/changes/{id}/revisions",
                        "/v1/rulesets/{name}/changes/{id}/diff",
                        "/v1/rulesets/{name}/changes/{id}/check",
                        "/v1/rulesets/{name}/changes/{id}/impact",
                        "/v1/rulesets/{name}/changes/{id}/impact-runs",
                        "/v1/rulesets/{name}/changes/{id}/impact-runs/{run}",
                        "/v1/rulesets/{name}/changes/{id}/rebase",
                        "/v1/rulesets/{name}/changes/{id}/withdraw",
                        "/v1/rulesets/{name}/changes/{id}/submit",
                        "/v1/rulesets/{name}/changes/{id}/approve",
                        "/v1/rulesets/{name}/changes/{id}/reject",
                        "/v1/rulesets/{name}/changes/{id}/ratify",
                        "/v1/rulesets/{name}/changes/{id}/publish",
                        "/v1/rulesets/{name}/changes/{id}/break-glass",
                        "/v1/rulesets/{name}/changes/{id}/schedule",
                        "/v1/rulesets/{name}/changes/{id}/cancel");
    }

    @Test
    void everySchemaAndFieldIsDescribed() throws IOException {
        List<String> missing = new ArrayList<>();
        document().path("components").path("schemas").properties().forEach(schema -> {
            if (!schema.getValue().has("description")) {
                missing.add(schema.getKey());
            }
            schema.getValue().path("properties").properties().forEach(field -> {
                if (!field.getValue().has("description") && !schema.getKey().matches(".*(Batch|Bulk)Answer")) {
                    missing.add(schema.getKey() + "." + field.getKey());
                }
            });
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode document = document();
        assertThat(document.findValuesAsText("$ref"))
                .hasSizeGreaterThan(50)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void decimalsAreTextsAndActionsAreOneOfTheirKinds() throws IOException {
        JsonNode schemas = document().path("components").path("schemas");
        assertThat(schemas.at("/MarkDocument/properties/price/type").asText()).isEqualTo("string");
        assertThat(schemas.at("/ActionDocument/oneOf")).hasSize(8);
        assertThat(schemas.at("/ActionDocument/discriminator/propertyName").asText())
                .isEqualTo("type");
        assertThat(schemas.findValuesAsText("type")).doesNotContain("number");
    }

    @Test
    void showsAnExample() throws IOException {
        JsonNode evaluate = document().at("/paths/~1v1~1evaluations/post");
        assertThat(evaluate.at("/requestBody/content/application~1json/example/account/id")
                        .asText())
                .isEqualTo("client-2");
        assertThat(evaluate.at("/responses/200/content/application~1json/example/actions/0/type")
                        .asText())
                .isEqualTo("marginCall");
    }

    @Test
    void everyOperationNamesItsProblems() throws IOException {
        JsonNode paths = document().path("paths");
        assertThat(names(paths.at("/~1v1~1evaluations/post/responses")))
                .contains("200", "400", "413", "415", "422", "503");
        assertThat(paths.at("/~1v1~1evaluations/post/responses/422/content/application~1problem+json/schema/$ref")
                        .asText())
                .endsWith("ProblemDocument");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper().readTree(given().get("/q/openapi?format=json").asByteArray());
    }
}
