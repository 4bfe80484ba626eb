package io.plimsoll.model;

import static io.plimsoll.model.RandomFacts.decimal;
import static io.plimsoll.model.RandomFacts.decimals;
import static io.plimsoll.model.RandomFacts.pick;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Cash and margins that bring a drawn account to the edge of a limit. Only a bias: whether the equity meets
/// the edge that it was drawn for is for the tests to find out.
final class RandomFunds {

    static final List<BigDecimal> LIMITS = decimals("1", "1", "0.8", "0.5", "0.25", "0.1", "1.25", "2", "4");

    private static final List<BigDecimal> UNITS = decimals("0.000000000000000001", "0.00000001", "0.01");

    private RandomFunds() {}

    static Snapshot funded(SplittableRandom random, Snapshot broke, BigDecimal limit) {
        AccountRisk risk = AccountRisk.of(broke);
        Account account = broke.account();
        BigDecimal cash = account.isCross()
                ? funds(random, risk.margin(), risk.initialMargin(), limit)
                : decimal(random, -1000, 100_000, 2);
        List<Balance> balances = new ArrayList<>(account.balances());
        balances.add(new Balance(account.currency(), cash));
        List<Position> positions = risk.positions().stream()
                .map(position -> withOwnMargin(random, position, limit))
                .toList();
        return broke.with(account.with(balances, positions));
    }

    private static Position withOwnMargin(SplittableRandom random, PositionRisk position, BigDecimal limit) {
        return position.position().isIsolated()
                ? position.position().withMargin(funds(random, position.ownMargin(), position.initialMargin(), limit))
                : position.position();
    }

    private static BigDecimal funds(
            SplittableRandom random, MarginState margin, Ratio initialMargin, BigDecimal limit) {
        BigDecimal unit = pick(random, UNITS);
        BigDecimal equity = switch (random.nextInt(12)) {
            case 0, 1, 2 -> over(margin.maintenanceMargin().amount(), limit);
            case 3 -> over(margin.maintenanceMargin().amount(), limit).add(unit);
            case 4 -> over(margin.maintenanceMargin().amount(), limit).subtract(unit);
            case 5 -> BigDecimal.ZERO;
            case 6 -> random.nextBoolean() ? unit : unit.negate();
            case 7 -> over(margin.exposure().amount(), limit);
            case 8 -> initialMargin.rounded(18, RoundingMode.HALF_EVEN);
            case 9 -> over(margin.maintenanceMargin().amount(), limit).negate();
            default -> over(margin.exposure().amount().multiply(decimal(random, -20, 200, 2)), BigDecimal.ONE);
        };
        BigDecimal funds = equity.subtract(margin.equity().amount()).setScale(18, RoundingMode.HALF_EVEN);
        boolean fits = funds.abs().compareTo(BigDecimal.TEN.pow(20)) < 0;
        return fits ? funds : decimal(random, -1_000_000, 1_000_000, 2);
    }

    private static BigDecimal over(BigDecimal amount, BigDecimal divisor) {
        return amount.divide(divisor, 18, RoundingMode.HALF_EVEN);
    }
}
