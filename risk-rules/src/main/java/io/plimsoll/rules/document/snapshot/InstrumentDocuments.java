package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.FundingIndex;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.instrument.OpenInterest;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.lending.CollateralTerms;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Instruments, collateral assets and lending categories as written. What has its default is left out.
final class InstrumentDocuments {

    private InstrumentDocuments() {}

    static InstrumentDocument instrument(Instrument instrument) {
        return new InstrumentDocument(
                instrument.id(),
                instrument.type(),
                instrument.instrumentClass(),
                instrument.currency(),
                instrument.multiplier(),
                instrument.lotSize(),
                instrument.schedule().tiers().stream()
                        .map(InstrumentDocuments::tier)
                        .toList(),
                unless(instrument.takerFee(), BigDecimal.ZERO),
                Optional.ofNullable(instrument.option())
                        .map(InstrumentDocuments::option)
                        .orElse(null),
                Optional.ofNullable(instrument.funding())
                        .map(InstrumentDocuments::funding)
                        .orElse(null),
                Optional.ofNullable(instrument.openInterest())
                        .map(InstrumentDocuments::openInterest)
                        .orElse(null));
    }

    static CollateralDocument collateral(CollateralAsset asset) {
        return new CollateralDocument(
                asset.asset(),
                asset.haircut(),
                asset.lotSize(),
                asset.cap(),
                unless(asset.debtFactor(), BigDecimal.ONE),
                asset.lendingTerms().map(InstrumentDocuments::lending).orElse(null));
    }

    static CategoryDocument category(CollateralCategory category) {
        return new CategoryDocument(
                category.category(),
                category.terms().ltv(),
                category.terms().liquidationLtv(),
                category.terms().liquidationBonus(),
                category.members().stream().sorted().map(MemberDocument::new).toList());
    }

    private static OptionDocument option(OptionTerms option) {
        return new OptionDocument(
                option.underlying(), option.right(), option.strike(), option.expiry(), option.floorRate());
    }

    private static FundingDocument funding(FundingIndex funding) {
        return new FundingDocument(funding.index(), funding.perHour(), funding.time());
    }

    private static OpenInterestDocument openInterest(OpenInterest interest) {
        return new OpenInterestDocument(interest.notional(), interest.lower(), interest.upper());
    }

    private static LendingDocument lending(CollateralTerms lending) {
        return new LendingDocument(lending.ltv(), lending.liquidationLtv(), lending.liquidationBonus());
    }

    private static TierDocument tier(MarginTier tier) {
        return new TierDocument(
                tier.floor(), tier.cap(), tier.maintenanceRate(), tier.maintenanceAmount(), tier.maxLeverage());
    }

    private static @Nullable BigDecimal unless(BigDecimal value, BigDecimal usual) {
        return value.compareTo(usual) == 0 ? null : value;
    }
}
