package io.plimsoll.service.live;

import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import io.plimsoll.service.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/v1/actions/stream`: what becomes of actions, as it happens.
@Path("/v1/actions/stream")
@Singleton
@Tag(name = "Actions")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public class ActionStream {

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("action-stream").start(task);
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");

    private final ActionEvents events;
    private final ActionSignal signal;

    ActionStream(ActionEvents events, ActionSignal signal) {
        this.events = events;
        this.signal = signal;
    }

    /// Sends every change of an action, each with its sequence as the identifier of the event.
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamActions",
            summary = "Actions as they happen",
            description = "Server-sent events named action, each an action in a new state, with its sequence as the"
                    + " identifier. Who comes back with Last-Event-ID gets all that came later, so that none is missed;"
                    + " one may come twice, and has the same identifier then. Without it the stream begins now, with 0 at"
                    + " the beginning.")
    @Parameter(name = "Last-Event-ID", description = "The identifier of the last event that was seen.")
    @APIResponse(
            responseCode = "200",
            description = "The events.",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> stream(@HeaderParam("Last-Event-ID") @Nullable String last, @Context Sse sse) {
        if (last != null && !SEQUENCE.matcher(last).matches()) {
            throw ProblemException.inParameters(List.of(new ErrorDocument(
                    null,
                    "Last-Event-ID",
                    "Last-Event-ID must be a sequence.",
                    "Maybe the id of an event was meant.")));
        }
        // The server asks for more when what it has is written, so that a slow listener costs no memory.
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new ActionListener(events, signal, sse, last),
                        listener -> Uni.createFrom()
                                .item(Unchecked.supplier(listener::next))
                                .runSubscriptionOn(THREADS))
                .until(List::isEmpty)
                .onItem()
                .disjoint();
    }
}
