package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An allocation target as written: of an asset or of an instrument.
///
/// @param asset a balance that should be kept
/// @param instrument or a position that should be kept
/// @param weight its share of net worth: signed like the holding, from -10 to 10
public record TargetDocument(
        @Pattern(regexp = Facts.IDENTIFIER_PATTERN) @Nullable
        String asset,

        @Pattern(regexp = Facts.IDENTIFIER_PATTERN) @Nullable
        String instrument,

        @NotNull BigDecimal weight) {}
