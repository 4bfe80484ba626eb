package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.snapshot.Snapshot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Signals as they are sent together.
///
/// @param signals of any names and subjects, in any order
public record SignalsDocument(
        @NotNull @Size(min = 1, max = Snapshot.MAX_ENTRIES) List<@NotNull @Valid SignalDocument> signals) {}
