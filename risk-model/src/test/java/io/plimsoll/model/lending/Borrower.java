package io.plimsoll.model.lending;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.reference.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// A generated account: one to four assets, and a debt about as high as they cover, with interest that is a
/// fraction.
record Borrower(List<Pledge> pledges, Ratio debt) {

    static Borrower any(SplittableRandom random) {
        return of(random, random.nextInt(1, 5));
    }

    static Borrower ofOneAsset(SplittableRandom random) {
        return of(random, 1);
    }

    private static Borrower of(SplittableRandom random, int assets) {
        List<Pledge> pledges =
                Stream.generate(() -> pledge(random)).limit(assets).toList();
        LendingState state = LendingState.of(pledges, Ratio.ZERO);
        BigDecimal share = BigDecimal.valueOf(random.nextLong(400, 1_100), 3);
        Ratio debt = state.collateral().times(share).times(BigDecimal.valueOf(31_536_000L + random.nextInt(1_000_000)));
        return new Borrower(pledges, debt.dividedBy(BigDecimal.valueOf(31_536_000)));
    }

    static Pledge pledge(SplittableRandom random) {
        BigDecimal value = BigDecimal.valueOf(100 + random.nextLong(10_000_000_000L), random.nextInt(2, 7));
        BigDecimal liquidationLtv = BigDecimal.valueOf(random.nextLong(500, 960), 3);
        BigDecimal ltv = liquidationLtv.multiply(BigDecimal.valueOf(random.nextLong(0, 101), 2));
        return new CollateralTerms(ltv, liquidationLtv, BigDecimal.ZERO).pledge(Ratio.of(value));
    }

    LendingState state() {
        return LendingState.of(pledges, debt);
    }

    /// Against the first asset, with a bonus of 0 to 25 %, often none.
    AssetLiquidation liquidation(SplittableRandom random) {
        BigDecimal bonus = BigDecimal.valueOf(Math.max(0, random.nextLong(-50, 251)), 3);
        return new AssetLiquidation(state(), pledges.getFirst(), bonus);
    }

    static Fraction fraction(Ratio ratio) {
        return Fraction.of(ratio.numerator()).over(Fraction.of(ratio.denominator()));
    }
}
