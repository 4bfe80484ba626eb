package io.plimsoll.service.book.exposure;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.caller.Roles;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/exposure`: what of the book is past its thresholds after shocks to marks.
@Path("/v1/exposure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Book")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class ExposureResource {

    private final Exposures exposures;

    ExposureResource(Exposures exposures) {
        this.exposures = exposures;
    }

    /// All accounts after each shock.
    @GET
    @Blocking
    @Operation(
            operationId = "bookExposure",
            summary = "What of the book is past its thresholds after shocks to marks",
            description =
                    "For each kind of threshold, currency and shock: how many accounts are past one, what they have"
                            + " and owe, and what would bring them back, by the thresholds that the live rules draw now. Nothing is"
                            + " recorded. One question is answered at a time.")
    @Parameter(
            name = "instrument",
            in = ParameterIn.QUERY,
            description = "The instrument or collateral asset whose mark moves alone; joint, or left out, for all marks"
                    + " together, each by the shock times its beta.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = ExposureQuestion.JOINT))
    @Parameter(
            name = "shocks",
            in = ParameterIn.QUERY,
            description =
                    "Shares by which marks move, with commas between them, each above -1 and at most 10; 0 is always"
                            + " added. From -0.5 to 0.5 in steps of 0.025 if left out.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Kinds of thresholds, with commas between them; all if left out.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "instrument, for the notional of each instrument, too.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "instrument"))
    @APIResponse(
            responseCode = "200",
            description = "The tables.",
            headers =
                    @Header(
                            name = "Plimsoll-Rule-Set",
                            description = "Content digest of the version that drew the thresholds.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = BookExposureDocument.class)))
    public Response exposure(@Context UriInfo uri, @Context HttpServerRequest request) {
        ExposureQuestion question = ExposureQuestion.of(uri.getQueryParameters());
        BookExposureDocument document =
                exposures.answer(question, () -> request.response().closed());
        return Response.ok(JsonWriter.write(document))
                .header("Plimsoll-Rule-Set", document.ruleSetVersion())
                .build();
    }
}
