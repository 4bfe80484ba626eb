package io.plimsoll.service.order;

import io.plimsoll.rules.document.order.CheckedOrderDocument;
import io.plimsoll.rules.document.order.OrderCheckDocument;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.body.MediaTypes;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.evaluation.BodyReader;
import io.plimsoll.service.evaluation.EvaluationGate;
import io.plimsoll.service.evaluation.EvaluationGate.Pass;
import io.plimsoll.service.evaluation.EvaluationResource;
import io.plimsoll.service.rulesets.LiveRules;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `POST /v1/orders/check`: an account and an order in, whether it may go out.
@Path("/v1/orders/check")
@Tag(name = "Orders")
@RolesAllowed({Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR})
public final class OrderResource {

    private final LiveRules rules;
    private final OrderChecks checks;
    private final EvaluationGate gate;
    private final BodyReader bodies;

    OrderResource(LiveRules rules, OrderChecks checks, EvaluationGate gate, BodyReader bodies) {
        this.rules = rules;
        this.checks = checks;
        this.gate = gate;
        this.bodies = bodies;
    }

    /// Checks an order by the live rule set.
    @POST
    @NonBlocking
    @Consumes(MediaTypes.JSON)
    @Produces(MediaTypes.JSON)
    @Operation(
            operationId = "checkOrder",
            summary = "Whether an order may go",
            description =
                    "Looks at an account before an order, once it has filled, and once everything on the worst side"
                            + " of each instrument has: margin, thresholds with their distances, liquidation prices. What only reduces"
                            + " may always go. No side effect: nothing is recorded. The same question and version give the same bytes.")
    @RequestBody(
            required = true,
            description = "The account and the order, at most 4 MiB.",
            content =
                    @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = OrderCheckDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The verdict with its reasons.",
            headers =
                    @Header(
                            name = EvaluationResource.RULE_SET_HEADER,
                            description = "Content digest of the version that drew the thresholds.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaTypes.JSON,
                            schema = @Schema(implementation = CheckedOrderDocument.class)))
    public CompletionStage<Response> check(@Context RoutingContext context) {
        OrderParameters.requireNone(context);
        MediaTypes.require(MediaTypes.JSON, context.request());
        return bodies.read(context.request()).thenCompose(this::check);
    }

    private CompletionStage<Response> check(byte[] body) {
        Pass pass = gate.enter();
        return pass.run(() -> {
                    try (LiveRuleSet.Lease lease = rules.lease()) {
                        return Response.ok(checks.answer(lease.version(), body))
                                .header(
                                        EvaluationResource.RULE_SET_HEADER,
                                        lease.version().digest())
                                .build();
                    }
                })
                .whenComplete((response, failure) -> pass.close());
    }
}
