package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// A member of a lending category, as written.
///
/// @param asset a collateral asset
public record MemberDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String asset) {}
