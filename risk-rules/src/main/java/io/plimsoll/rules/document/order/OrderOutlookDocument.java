package io.plimsoll.rules.document.order;

import io.plimsoll.rules.document.decision.PriceLevelDocument;
import java.math.BigDecimal;

/// A position, and the mark at which its equity equals its maintenance margin.
///
/// @param quantity contracts: negative for short, 0 for no position
/// @param level the mark, all others standing still
public record OrderOutlookDocument(BigDecimal quantity, PriceLevelDocument level) {}
