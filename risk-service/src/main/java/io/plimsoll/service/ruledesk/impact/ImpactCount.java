package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.service.ruledesk.impact.ImpactDocument.CashDocument;
import io.plimsoll.service.ruledesk.impact.ImpactDocument.FlipsDocument;
import io.plimsoll.service.ruledesk.impact.ImpactDocument.OutcomeDocument;
import io.plimsoll.service.ruledesk.impact.ImpactDocument.SegmentDocument;
import io.plimsoll.service.ruledesk.impact.ImpactDocument.SoldDocument;
import io.plimsoll.service.ruledesk.impact.ImpactDocument.TopDocument;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Counts what a change does to accounts. The order in which they come does not matter.
final class ImpactCount {

    private static final int TOP = 20;

    private final List<AccountImpact> accounts;

    ImpactCount(Collection<AccountImpact> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /// The whole of it.
    ///
    /// @param seen names the snapshots that were looked at
    ImpactDocument document(String base, String content, String seen) {
        return new ImpactDocument(
                base,
                content,
                accounts.size(),
                seen,
                changes(accounts),
                (int) accounts.stream()
                        .filter(account -> account.after().standing() == Standing.UNDECIDED)
                        .count(),
                segments(),
                cash(),
                sold(),
                accounts.stream()
                        .filter(AccountImpact::isFlipped)
                        .sorted(AccountImpact.WORST_FIRST)
                        .limit(TOP)
                        .map(account -> new TopDocument(
                                account.account(),
                                account.segment(),
                                account.currency(),
                                account.shock(),
                                OutcomeDocument.of(account.before()),
                                OutcomeDocument.of(account.after())))
                        .toList());
    }

    /// How many accounts have another standing than before.
    int flipped() {
        return (int) accounts.stream().filter(AccountImpact::isFlipped).count();
    }

    private static FlipsDocument changes(Collection<AccountImpact> accounts) {
        int newlyCalled = 0;
        int newlyLiquidated = 0;
        int released = 0;
        int newlyUndecided = 0;
        for (AccountImpact account : accounts) {
            newlyCalled += account.isNewlyCalled() ? 1 : 0;
            newlyLiquidated += account.isNewlyLiquidated() ? 1 : 0;
            released += account.isReleased() ? 1 : 0;
            newlyUndecided += account.isNewlyUndecided() ? 1 : 0;
        }
        return new FlipsDocument(newlyCalled, newlyLiquidated, released, newlyUndecided);
    }

    private List<SegmentDocument> segments() {
        return accounts.stream()
                .collect(Collectors.groupingBy(AccountImpact::segment, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(segment ->
                        new SegmentDocument(segment.getKey(), segment.getValue().size(), changes(segment.getValue())))
                .toList();
    }

    private List<CashDocument> cash() {
        Map<String, BigDecimal> before = cash(AccountImpact::before);
        Map<String, BigDecimal> after = cash(AccountImpact::after);
        return keys(before, after).stream()
                .map(currency -> new CashDocument(
                        currency,
                        before.getOrDefault(currency, BigDecimal.ZERO),
                        after.getOrDefault(currency, BigDecimal.ZERO)))
                .toList();
    }

    private Map<String, BigDecimal> cash(Function<AccountImpact, Outcome> side) {
        Map<String, BigDecimal> cash = new TreeMap<>();
        for (AccountImpact account : accounts) {
            BigDecimal called = side.apply(account).called();
            if (called.signum() != 0) {
                cash.merge(account.currency(), called, BigDecimal::add);
            }
        }
        return cash;
    }

    private List<SoldDocument> sold() {
        Map<Holding, BigDecimal> before = sold(AccountImpact::before);
        Map<Holding, BigDecimal> after = sold(AccountImpact::after);
        return keys(before, after).stream()
                .map(holding -> new SoldDocument(
                        holding.id(),
                        holding.currency(),
                        before.getOrDefault(holding, BigDecimal.ZERO),
                        after.getOrDefault(holding, BigDecimal.ZERO)))
                .toList();
    }

    private Map<Holding, BigDecimal> sold(Function<AccountImpact, Outcome> side) {
        Map<Holding, BigDecimal> sold = new TreeMap<>();
        for (AccountImpact account : accounts) {
            side.apply(account)
                    .sold()
                    .forEach((id, notional) ->
                            sold.merge(new Holding(id, account.currency()), notional, BigDecimal::add));
        }
        return sold;
    }

    private static <K> Collection<K> keys(Map<K, BigDecimal> before, Map<K, BigDecimal> after) {
        Map<K, BigDecimal> all = new TreeMap<>(before);
        all.putAll(after);
        return all.keySet();
    }

    /// @param id of the instrument or collateral asset
    /// @param currency that its notional is in
    private record Holding(String id, String currency) implements Comparable<Holding> {

        @Override
        public int compareTo(Holding other) {
            int byId = id.compareTo(other.id);
            return byId == 0 ? currency.compareTo(other.currency) : byId;
        }
    }
}
