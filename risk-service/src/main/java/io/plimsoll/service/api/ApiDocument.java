package io.plimsoll.service.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Completes the OpenAPI document: descriptions, decimals as texts, the kinds of actions, problems and
/// examples.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";

    private static final Map<String, String> ACTIONS = Map.of(
            "marginCall", "MarginCallDocument",
            "liquidation", "LiquidationDocument",
            "collateralLiquidation", "CollateralLiquidationDocument",
            "reduceLeverage", "ReduceLeverageDocument",
            "closePosition", "ClosePositionDocument",
            "restrictTrading", "RestrictTradingDocument",
            "rebalance", "RebalanceDocument",
            "alert", "AlertDocument");

    private final ApiDescriptions descriptions = ApiDescriptions.read();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        ACTIONS.forEach((type, name) -> {
            var schema = schemas.get(name);
            if (schema != null) {
                schema.addProperty(
                        "type",
                        OASFactory.createSchema().addType(SchemaType.STRING).addEnumeration(type));
            }
        });
        document.getComponents().addSchema("ActionDocument", anyAction());
        document.getComponents().getSchemas().forEach(this::describe);
        ApiOperations.complete(document);
    }

    private static Schema anyAction() {
        var discriminator = OASFactory.createDiscriminator().propertyName("type");
        ACTIONS.forEach((type, name) -> discriminator.addMapping(type, SCHEMAS + name));
        var schema = OASFactory.createSchema().discriminator(discriminator);
        ACTIONS.values().stream()
                .sorted()
                .forEach(name -> schema.addOneOf(OASFactory.createSchema().ref(SCHEMAS + name)));
        return schema;
    }

    private void describe(String name, Schema schema) {
        descriptions.of(name).ifPresent(schema::setDescription);
        var properties = schema.getProperties();
        if (properties != null) {
            properties.forEach((field, property) -> {
                decimalAsText(property);
                descriptions.of(name + "." + field).ifPresent(property::setDescription);
            });
        }
    }

    private static void decimalAsText(Schema property) {
        if (List.of(SchemaType.NUMBER).equals(property.getType())) {
            property.setType(List.of(SchemaType.STRING));
            property.setFormat("decimal");
            property.setPattern("^-?[0-9]+(\\.[0-9]+)?$");
        }
        Schema items = property.getItems();
        if (items != null) {
            decimalAsText(items);
        }
    }
}
