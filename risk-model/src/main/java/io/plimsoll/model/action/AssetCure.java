package io.plimsoll.model.action;

import java.math.BigDecimal;

/// How much of one asset cures a breach by itself.
///
/// @param asset the account's currency or a collateral asset
/// @param quantity in units of the asset, above 0, rounded up: of a collateral asset to its lot
public record AssetCure(String asset, BigDecimal quantity) {}
