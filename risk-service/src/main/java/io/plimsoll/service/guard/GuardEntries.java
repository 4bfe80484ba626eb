package io.plimsoll.service.guard;

import io.plimsoll.monitor.guard.GuardEvent;
import io.plimsoll.monitor.guard.Subject;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.record.RecordTail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the record says of guards, in the transaction of what it tells of.
public final class GuardEntries {

    private static final String GUARD = "guard";
    private static final String HOLDS = "holds";

    /// Something that changed a guard, as written.
    ///
    /// @param event what
    /// @param subject to what
    /// @param id of that
    /// @param by who did it; left out if the service did
    /// @param from network address
    /// @param reason why
    record GuardEntry(
            GuardEvent.Type event,
            Subject.Type subject,
            String id,
            @Nullable String by,
            @Nullable String from,
            String reason) {}

    /// What guards withheld and what they let go after that, as written.
    ///
    /// @param held what is withheld from now on, or for other reasons than before
    /// @param released what goes out after it was withheld
    record HoldsEntry(List<HeldAction> held, List<ReleasedAction> released) {}

    /// An action that is withheld.
    ///
    /// @param action its identifier
    /// @param account whose
    /// @param reasons sentences with their numbers
    public record HeldAction(String action, String account, List<String> reasons) {}

    /// An action that goes out after it was withheld.
    ///
    /// @param action its identifier
    /// @param account whose
    public record ReleasedAction(String action, String account) {}

    private GuardEntries() {}

    /// Adds what happened to a guard.
    ///
    /// @param from network address of the person who did it, if one did
    public static void append(Handle transaction, GuardEvent event, Optional<String> from) {
        GuardEntry entry = new GuardEntry(
                event.type(),
                event.subject().type(),
                event.subject().id(),
                GuardEvent.AUTOMATIC.equals(event.person()) ? null : event.person(),
                from.orElse(null),
                event.reason());
        RecordTail.append(transaction, GUARD, event.at(), JsonWriter.write(entry));
    }

    /// Adds what was withheld and let go.
    public static void append(Handle transaction, List<HeldAction> held, List<ReleasedAction> released, Instant at) {
        RecordTail.append(transaction, HOLDS, at, JsonWriter.write(new HoldsEntry(held, released)));
    }
}
