/// The OpenAPI document: what the annotations on resources don't say is added here when the service is built.
///
/// The schemas named are those that no resource names by its type.
@NullMarked
@OpenAPIDefinition(
        info = @Info(title = "Plimsoll", version = "1"),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "MarginCallDocument", implementation = MarginCallDocument.class),
                            @Schema(name = "LiquidationDocument", implementation = LiquidationDocument.class),
                            @Schema(name = "AlertDocument", implementation = AlertDocument.class),
                            @Schema(name = "ClosePositionDocument", implementation = ClosePositionDocument.class),
                            @Schema(
                                    name = "CollateralLiquidationDocument",
                                    implementation = CollateralLiquidationDocument.class),
                            @Schema(name = "ReduceLeverageDocument", implementation = ReduceLeverageDocument.class),
                            @Schema(name = "RestrictTradingDocument", implementation = RestrictTradingDocument.class),
                            @Schema(name = "RebalanceDocument", implementation = RebalanceDocument.class),
                            @Schema(name = "ProblemDocument", implementation = ProblemDocument.class)
                        }))
package io.plimsoll.service.api;

import io.plimsoll.rules.document.decision.AlertDocument;
import io.plimsoll.rules.document.decision.ClosePositionDocument;
import io.plimsoll.rules.document.decision.CollateralLiquidationDocument;
import io.plimsoll.rules.document.decision.LiquidationDocument;
import io.plimsoll.rules.document.decision.MarginCallDocument;
import io.plimsoll.rules.document.decision.RebalanceDocument;
import io.plimsoll.rules.document.decision.ReduceLeverageDocument;
import io.plimsoll.rules.document.decision.RestrictTradingDocument;
import io.plimsoll.service.problem.ProblemDocument;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullMarked;
