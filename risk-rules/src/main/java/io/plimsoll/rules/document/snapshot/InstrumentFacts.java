package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.FundingIndex;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.instrument.OpenInterest;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.lending.CollateralTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes instruments, collateral assets and lending categories of their documents.
final class InstrumentFacts {

    private InstrumentFacts() {}

    static Instrument instrument(InstrumentDocument instrument) {
        BigDecimal fee = instrument.takerFee();
        return new Instrument(
                instrument.id(),
                instrument.type(),
                instrument.instrumentClass(),
                instrument.currency(),
                instrument.multiplier(),
                instrument.lotSize(),
                new MarginSchedule(tiers(instrument.tiers())),
                fee == null ? BigDecimal.ZERO : fee,
                within("option", instrument.option(), InstrumentFacts::option),
                within("funding", instrument.funding(), InstrumentFacts::funding),
                within("openInterest", instrument.openInterest(), InstrumentFacts::openInterest));
    }

    static CollateralAsset collateral(CollateralDocument asset) {
        BigDecimal debtFactor = asset.debtFactor();
        return new CollateralAsset(
                asset.asset(),
                asset.haircut(),
                asset.lotSize(),
                asset.cap(),
                debtFactor == null ? BigDecimal.ONE : debtFactor,
                within("lending", asset.lending(), InstrumentFacts::lending));
    }

    static CollateralCategory category(CategoryDocument category) {
        CollateralTerms terms =
                new CollateralTerms(category.ltv(), category.liquidationLtv(), category.liquidationBonus());
        Set<String> members =
                category.members().stream().map(MemberDocument::asset).collect(Collectors.toSet());
        return new CollateralCategory(category.id(), terms, members);
    }

    /// The fact of a member that may be left out; a fault in it names the member.
    static <D, F> @Nullable F within(String field, @Nullable D document, Function<D, F> fact) {
        if (document == null) {
            return null;
        }
        try {
            return fact.apply(document);
        } catch (InvalidFactException e) {
            throw e.within(field);
        }
    }

    private static OptionTerms option(OptionDocument option) {
        return new OptionTerms(
                option.underlying(), option.right(), option.strike(), option.expiry(), option.floorRate());
    }

    private static FundingIndex funding(FundingDocument funding) {
        return new FundingIndex(funding.index(), funding.perHour(), funding.time());
    }

    private static OpenInterest openInterest(OpenInterestDocument interest) {
        return new OpenInterest(interest.notional(), interest.lower(), interest.upper());
    }

    private static CollateralTerms lending(LendingDocument lending) {
        return new CollateralTerms(lending.ltv(), lending.liquidationLtv(), lending.liquidationBonus());
    }

    private static List<MarginTier> tiers(List<TierDocument> documents) {
        List<MarginTier> tiers = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            TierDocument tier = documents.get(i);
            BigDecimal amount = tier.maintenanceAmount();
            if (amount == null) {
                amount = tiers.isEmpty()
                        ? BigDecimal.ZERO
                        : MarginSchedule.continuousAmount(tiers.getLast(), tier.floor(), tier.maintenanceRate());
            }
            try {
                tiers.add(new MarginTier(tier.floor(), tier.cap(), tier.maintenanceRate(), amount, tier.maxLeverage()));
            } catch (InvalidFactException e) {
                throw e.within("tiers/" + i);
            }
        }
        return tiers;
    }
}
