package io.plimsoll.rules.document.decision;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.rules.document.decision.PriceLevelDocument.Outlook;

/// Metrics as written.
final class MetricsDocuments {

    private MetricsDocuments() {}

    static MetricsDocument metrics(AccountRisk risk) {
        boolean isCross = risk.account().isCross();
        return new MetricsDocument(
                risk.netWorth(),
                risk.equity(),
                risk.margin().exposure(),
                risk.maintenanceMargin(),
                Ratios.of(risk.initialMargin()),
                Ratios.of(risk.freeCollateral()),
                risk.unrealisedPnl(),
                isCross ? Ratios.of(risk.marginRatio()) : null,
                isCross ? Ratios.of(risk.margin().leverage()) : null,
                risk.positions().stream()
                        .map(position -> position(risk, position))
                        .toList(),
                risk.allocations().stream().map(MetricsDocuments::allocation).toList());
    }

    private static PositionRiskDocument position(AccountRisk risk, PositionRisk position) {
        boolean isCross = risk.account().isCross();
        return new PositionRiskDocument(
                position.id(),
                position.position().quantity(),
                position.position().entryPrice(),
                position.mark().price(),
                position.notional(),
                position.unrealisedPnl(),
                position.maintenanceMargin(),
                Ratios.of(position.initialMargin()),
                tier(position),
                isCross ? null : Ratios.of(position.ownMargin().marginRatio()),
                isCross ? null : Ratios.of(position.ownMargin().leverage()),
                priceLevel(PriceLevels.liquidationPrice(risk, position)),
                priceLevel(PriceLevels.bankruptcyPrice(risk, position)));
    }

    private static TierRiskDocument tier(PositionRisk position) {
        MarginTier tier = position.tier();
        return new TierRiskDocument(
                position.instrument().schedule().indexAt(position.notional()),
                tier.floor(),
                tier.cap(),
                tier.maintenanceRate(),
                tier.maintenanceAmount(),
                tier.maxLeverage());
    }

    private static PriceLevelDocument priceLevel(PriceLevel level) {
        return switch (level) {
            case PriceLevel.At at -> new PriceLevelDocument(Outlook.AT, Ratios.of(at.price()));
            case PriceLevel.Never _ -> new PriceLevelDocument(Outlook.NEVER, null);
            case PriceLevel.Always _ -> new PriceLevelDocument(Outlook.ALWAYS, null);
        };
    }

    private static AllocationDocument allocation(AllocationRisk allocation) {
        Holding holding = allocation.target().holding();
        return new AllocationDocument(
                holding.type() == Holding.Type.ASSET ? holding.id() : null,
                holding.type() == Holding.Type.INSTRUMENT ? holding.id() : null,
                allocation.value(),
                Ratios.ofNullable(allocation.weight()),
                allocation.target().weight(),
                allocation.drift().map(Ratios::of).orElse(null));
    }
}
