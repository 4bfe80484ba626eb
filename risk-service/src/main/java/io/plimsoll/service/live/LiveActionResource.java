package io.plimsoll.service.live;

import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.LiveAction;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.store.Store;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/actions`: what is to be done about the accounts of the book.
@Path("/v1/actions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actions")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class LiveActionResource {

    private final Store store;
    private final LiveRunner runner;

    LiveActionResource(Store store, LiveRunner runner) {
        this.store = store;
        this.runner = runner;
    }

    /// Actions as they are now.
    @GET
    @Blocking
    @Operation(
            operationId = "listActions",
            summary = "Actions of the live book",
            description = "As they are now, in the order in which they came into their states. Who polls gives the"
                    + " greatest sequence that it has seen as after, and misses none.")
    @Parameter(name = "account", in = ParameterIn.QUERY, description = "Whose.")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "What has become of them.",
            schema = @Schema(implementation = ActionState.class))
    @Parameter(name = "type", in = ParameterIn.QUERY, description = "What is to be done, such as liquidation.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "Only what came into its state after this sequence.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @APIResponse(
            responseCode = "200",
            description = "A part of the actions.",
            content = @Content(schema = @Schema(implementation = LiveActionList.class)))
    public byte[] list(@Context UriInfo uri) {
        ActionQuery query = ActionQuery.of(uri.getQueryParameters());
        return JsonWriter.write(LiveActionList.of(store.read(sql -> ActionRows.list(sql, query)), query.limit()));
    }

    /// An action as it is now.
    @GET
    @Path("/{id}")
    @Blocking
    @Operation(
            operationId = "readAction",
            summary = "An action of the live book",
            description = "What is to be done and why, and what has become of it.")
    @APIResponse(
            responseCode = "200",
            description = "The action.",
            content = @Content(schema = @Schema(implementation = LiveActionDocument.class)))
    public byte[] read(@PathParam("id") String id) {
        return JsonWriter.write(find(id));
    }

    /// Says that somebody has taken an action on.
    @POST
    @Path("/{id}/ack")
    @RolesAllowed({Roles.OMS, Roles.OPERATOR})
    @Blocking
    @Operation(
            operationId = "acknowledgeAction",
            summary = "Take an action on",
            description = "It stays outstanding until it is reported as done, even if the breach is over before. Said"
                    + " again, it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The action then.",
            content = @Content(schema = @Schema(implementation = LiveActionDocument.class)))
    public byte[] acknowledge(@PathParam("id") String id) {
        return report(id, ActionState.ACKNOWLEDGED);
    }

    /// Says that an action is done.
    @POST
    @Path("/{id}/done")
    @RolesAllowed({Roles.OMS, Roles.OPERATOR})
    @Blocking
    @Operation(
            operationId = "finishAction",
            summary = "Report an action as done",
            description = "If the account is still in breach once its facts are newer than those that the action was"
                    + " decided by, another one follows. Said again, it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The action then.",
            content = @Content(schema = @Schema(implementation = LiveActionDocument.class)))
    public byte[] finish(@PathParam("id") String id) {
        return report(id, ActionState.DONE);
    }

    private byte[] report(String id, ActionState state) {
        LiveActionDocument present = find(id);
        if (present.state() != state) {
            Optional<LiveAction> reported;
            try {
                reported = runner.report(present.account(), id, state);
            } catch (IllegalArgumentException e) {
                throw refused(find(id), state);
            }
            if (reported.isEmpty()) {
                throw refused(present, state);
            }
        }
        return JsonWriter.write(find(id));
    }

    private LiveActionDocument find(String id) {
        return store.read(sql -> ActionRows.find(sql, id))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no action of this name. Maybe GET /v1/actions lists it."));
    }

    private static ProblemException refused(LiveActionDocument action, ActionState to) {
        String remedy = action.state() == ActionState.HELD
                ? "The guards withhold it: maybe wait until it is OPEN."
                : "Maybe act by the account's newer actions only.";
        return new ProblemException(
                ProblemType.CONFLICT,
                "The action is %s since %s and can't become %s. %s"
                        .formatted(action.state(), action.since(), to, remedy));
    }
}
