package io.plimsoll.model;

import static io.plimsoll.model.RandomFacts.LOTS;
import static io.plimsoll.model.RandomFacts.anyPositive;
import static io.plimsoll.model.RandomFacts.decimal;
import static io.plimsoll.model.RandomFacts.decimals;
import static io.plimsoll.model.RandomFacts.fits;
import static io.plimsoll.model.RandomFacts.pick;
import static io.plimsoll.model.RandomFacts.price;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.InterestTerms;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.market.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Balances and debts in assets other than the account's currency, with the terms of the assets and their
/// marks.
///
/// @param balances what is held and owed
/// @param collateral the terms of each asset, and of one that is neither held nor owed
/// @param marks the price of each
record RandomBalances(List<Balance> balances, List<CollateralAsset> collateral, List<Mark> marks) {

    private static final List<BigDecimal> DEBT_FACTORS = decimals("1", "1", "1.05", "1.5", "10");
    private static final List<BigDecimal> YEARLY_RATES = decimals("0", "0.05", "0.1234", "1", "10");

    static RandomBalances any(SplittableRandom random, boolean extreme) {
        List<Balance> balances = new ArrayList<>();
        List<CollateralAsset> collateral = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String asset = "C" + i;
            BigDecimal price = extreme ? anyPositive(random) : price(random);
            BigDecimal quantity = decimal(random, random.nextInt(4) == 0 ? -20_000 : 0, 20_000, 3);
            marks.add(new Mark(asset, price, Snapshots.NOW, "test"));
            collateral.add(new CollateralAsset(
                    asset,
                    decimal(random, 0, 95, 2),
                    pick(random, LOTS),
                    cap(random, quantity.multiply(price)),
                    pick(random, DEBT_FACTORS),
                    random.nextInt(4) == 0 ? null : terms(random)));
            if (random.nextInt(8) > 0) {
                balances.add(new Balance(asset, quantity, interest(random)));
            }
        }
        return new RandomBalances(balances, collateral, marks);
    }

    /// Terms on which a balance accrues, if it does.
    static @Nullable InterestTerms interest(SplittableRandom random) {
        return random.nextInt(5) < 3
                ? null
                : new InterestTerms(pick(random, YEARLY_RATES), RandomInstruments.moment(random));
    }

    /// A category that has some of the assets as members.
    static CollateralCategory category(SplittableRandom random) {
        return new CollateralCategory("E-1", terms(random), Set.of("C1", "C3"));
    }

    private static CollateralTerms terms(SplittableRandom random) {
        BigDecimal liquidationLtv = decimal(random, 0, 101, 2);
        return new CollateralTerms(
                liquidationLtv.multiply(decimal(random, 0, 101, 2)), liquidationLtv, decimal(random, 0, 20, 2));
    }

    private static @Nullable BigDecimal cap(SplittableRandom random, BigDecimal value) {
        return switch (random.nextInt(5)) {
            case 0 -> value.signum() > 0 && fits(value) ? value : null;
            case 1 -> decimal(random, 1, 1_000_000, 2);
            default -> null;
        };
    }
}
