package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.snapshot.Snapshot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Marks as they are sent together.
///
/// @param marks of any instruments and assets, from any sources, in any order
public record MarksDocument(
        @NotNull @Size(min = 1, max = Snapshot.MAX_ENTRIES) List<@NotNull @Valid MarkDocument> marks) {}
