package io.plimsoll.service.replay;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.rules.document.snapshot.AccountDocument;
import io.plimsoll.rules.document.snapshot.CollateralDocument;
import io.plimsoll.rules.document.snapshot.InstrumentDocument;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small book as written: accounts that all depend on one moving price.
///
/// @param description for people
/// @param marks the instruments and assets whose mark the candles are
/// @param tick the smallest step of the mark, above 0
/// @param instruments that the accounts have positions in
/// @param collateral assets that they have balances in
/// @param accounts who is in the book, as they are before the first candle
public record BookDocument(
        @Nullable String description,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid MovingMark> marks,
        @NotNull BigDecimal tick,
        @NotNull @Size(max = 1_000) List<@NotNull @Valid InstrumentDocument> instruments,
        @Size(max = 1_000) List<@NotNull @Valid CollateralDocument> collateral,
        @NotNull @Size(min = 1, max = 10_000) List<@NotNull @Valid AccountDocument> accounts) {

    /// Something whose mark is the candles' price.
    ///
    /// @param id an instrument or a collateral asset
    public record MovingMark(
            @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN)
            String id) {}
}
