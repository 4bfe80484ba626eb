package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.service.ruledesk.impact.ImpactRunReport.AmountDocument;
import io.plimsoll.service.ruledesk.impact.ImpactRunReport.PointDocument;
import io.plimsoll.service.rulesets.CheckReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What a change would do with one value of a number.
final class CurvePoint {

    private CurvePoint() {}

    static PointDocument of(String value, List<AccountImpact> accounts) {
        return new PointDocument(
                value,
                count(accounts, Standing.CALLED),
                count(accounts, Standing.LIQUIDATED),
                (int) accounts.stream().filter(AccountImpact::isReleased).count(),
                count(accounts, Standing.UNDECIDED),
                amounts(accounts, Outcome::called),
                amounts(accounts, Outcome::soldInAll),
                null);
    }

    static PointDocument refused(String value, InvalidRuleSetException refusal) {
        return new PointDocument(
                value,
                null,
                null,
                null,
                null,
                null,
                null,
                CheckReport.of(refusal).diagnostics());
    }

    private static int count(List<AccountImpact> accounts, Standing standing) {
        return (int) accounts.stream()
                .filter(account -> account.after().standing() == standing)
                .count();
    }

    private static List<AmountDocument> amounts(List<AccountImpact> accounts, Function<Outcome, BigDecimal> amount) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (AccountImpact account : accounts) {
            BigDecimal each = amount.apply(account.after());
            if (each.signum() != 0) {
                sums.merge(account.currency(), each, BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new AmountDocument(sum.getKey(), sum.getValue()))
                .toList();
    }
}
