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
public final class MetricsDocuments {

    private MetricsDocuments() {}

    static MetricsDocument metrics(AccountRisk risk) {
        boolean isCross = risk.account().isCross();
        return new MetricsDocument(
                risk.netWorth().amount(),
                risk.equity().amount(),
                risk.margin().exposure().amount(),
                risk.maintenanceMargin().amount(),
                Ratios.of(risk.initialMargin()),
                Ratios.of(risk.freeCollateral()),
                risk.unrealisedPnl().amount(),
                isCross ? Ratios.of(risk.marginRatio()) : null,
                isCross ? Ratios.of(risk.margin().leverage()) : null,
                risk.positions().stream()
                        .map(position -> position(risk, position))
                        .toList(),
                risk.allocations().stream().map(MetricsDocuments::allocation).toList());
    }

    private static PositionRiskDocument position(AccountRisk risk, PositionRisk position) {
        boolean isIsolated = position.position().isIsolated();
        return new PositionRiskDocument(
                position.id(),
                position.position().quantity(),
                position.position().entryPrice(),
                position.mark().price(),
                position.notional().amount(),
                position.unrealisedPnl().amount(),
                position.maintenanceMargin().amount(),
                Ratios.of(position.initialMargin()),
                tier(position),
                isIsolated ? Ratios.of(position.ownMargin().marginRatio()) : null,
                isIsolated ? Ratios.of(position.ownMargin().leverage()) : null,
                priceLevel(PriceLevels.liquidationPrice(risk, position)),
                priceLevel(PriceLevels.bankruptcyPrice(risk, position)));
    }

    private static TierRiskDocument tier(PositionRisk position) {
        MarginTier tier = position.tier();
        return new TierRiskDocument(
                position.instrument()
                        .schedule()
                        .indexAt(position.margin()
                                .scheduledNotional(position.position().quantity())),
                tier.floor(),
                tier.cap(),
                tier.maintenanceRate(),
                tier.maintenanceAmount(),
                tier.maxLeverage());
    }

    /// The price as written.
    public static PriceLevelDocument priceLevel(PriceLevel level) {
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
                allocation.value().amount(),
                Ratios.ofNullable(allocation.weight()),
                allocation.target().weight(),
                allocation.drift().map(Ratios::of).orElse(null));
    }
}
