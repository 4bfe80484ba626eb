package io.plimsoll.rules.document.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plimsoll.model.snapshot.Snapshot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/// A snapshot as written: one account with everything that deciding about it depends on.
///
/// @param asOf the moment decided about, in UTC
/// @param account the account
/// @param instruments every one that the account has a position or target in, and maybe more
/// @param collateral every asset but the account's currency that it has a balance or target in, and
///     maybe more
/// @param marks of everything that the account holds or should hold, and maybe more
/// @param signals readings of the market that threshold rules may use
/// @param categories of lending: the one that the account has chosen, and maybe more
public record SnapshotDocument(
        @NotNull Instant asOf,
        @NotNull @Valid AccountDocument account,
        @NotNull @Size(max = Snapshot.MAX_ENTRIES) List<@NotNull @Valid InstrumentDocument> instruments,
        @Size(max = Snapshot.MAX_ENTRIES) List<@NotNull @Valid CollateralDocument> collateral,
        @NotNull @Size(max = Snapshot.MAX_ENTRIES) List<@NotNull @Valid MarkDocument> marks,
        @Size(max = Snapshot.MAX_ENTRIES) List<@NotNull @Valid SignalDocument> signals,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = Snapshot.MAX_ENTRIES)
        List<@NotNull @Valid CategoryDocument> categories) {}
