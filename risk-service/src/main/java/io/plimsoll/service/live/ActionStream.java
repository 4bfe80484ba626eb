package io.plimsoll.service.live;

import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import io.plimsoll.service.problem.ProblemException;
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
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// `/v1/actions/stream`: what becomes of actions, as it happens.
@Path("/v1/actions/stream")
@Singleton
@Tag(name = "Actions")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public class ActionStream {

    private static final Logger LOG = Logger.getLogger(ActionStream.class);
    private static final Duration BREATH = Duration.ofSeconds(15);
    private static final int TOGETHER = 500;
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
    public void stream(
            @HeaderParam("Last-Event-ID") @Nullable String last, @Context SseEventSink sink, @Context Sse sse) {
        if (last != null && !SEQUENCE.matcher(last).matches()) {
            throw ProblemException.inParameters(List.of(new ErrorDocument(
                    null,
                    "Last-Event-ID",
                    "Last-Event-ID must be a sequence.",
                    "Maybe the id of an event was meant.")));
        }
        Thread.ofVirtual().name("action-stream").start(() -> send(last, sink, sse));
    }

    private void send(@Nullable String last, SseEventSink sink, Sse sse) {
        try (sink) {
            long sent = last == null ? events.last() : Long.parseLong(last);
            // Who has this knows that nothing is missed from here on.
            await(
                    sink,
                    sse.newEventBuilder().id(Long.toString(sent)).comment("").build());
            while (!signal.isOver() && !sink.isClosed()) {
                long seen = signal.count();
                sent = sendAfter(sent, sink, sse);
                long before = sent;
                signal.await(seen, BREATH);
                if (before == sent && signal.count() == seen) {
                    await(sink, sse.newEventBuilder().comment("").build());
                }
            }
        } catch (InterruptedException | RuntimeException e) {
            // Whoever listens comes back with the last event that it has seen.
            LOG.debugf("A stream of actions ends (%s).", e);
        }
    }

    private long sendAfter(long sent, SseEventSink sink, Sse sse) {
        long last = sent;
        List<ActionEvent> later;
        do {
            later = events.after(last, TOGETHER);
            for (ActionEvent event : later) {
                await(
                        sink,
                        sse.newEventBuilder()
                                .id(Long.toString(event.sequence()))
                                .name("action")
                                .data(event.document())
                                .build());
                last = event.sequence();
            }
        } while (later.size() == TOGETHER);
        return last;
    }

    private static void await(SseEventSink sink, OutboundSseEvent event) {
        try {
            sink.send(event).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Nobody listens any more.", e);
        }
    }
}
