package io.plimsoll.rules.document.order;

/// Liquidation prices of the order's instrument.
///
/// @param before as it is
/// @param filled once the order has filled, and nothing else has
/// @param worst once the side of each instrument has filled that needs the most initial margin, or nothing if
///     that needs more
/// @param best once the side of this instrument has filled that needs the least, or nothing
public record OrderOutlooksDocument(
        OrderOutlookDocument before,
        OrderOutlookDocument filled,
        OrderOutlookDocument worst,
        OrderOutlookDocument best) {}
