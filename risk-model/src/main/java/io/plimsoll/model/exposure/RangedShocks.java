package io.plimsoll.model.exposure;

import io.plimsoll.model.exposure.RangedAccount.Entry;
import io.plimsoll.model.threshold.ScopeType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An account in ranges under the shocks of one direction: what stands still is summed once, so that a shock of
/// one mark costs what that mark decides about, however much else the account holds.
final class RangedShocks {

    private static final int REMEMBERED = 64;

    private final RangedAccount account;
    private final ShockDirection direction;
    private final Map<String, Range> betas = new HashMap<>();
    private final Set<Entry> moved = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Tally still;
    private final Map<Range, Tally> seen = new HashMap<>();

    RangedShocks(RangedAccount account, ShockDirection direction) {
        this.account = account;
        this.direction = direction;
        direction.betas().forEach((mark, beta) -> {
            betas.put(mark, Range.of(beta));
            moved.addAll(account.movedBy(mark));
        });
        Tally before = new Tally(account.wanted());
        moved.forEach(entry -> entry.addTo(before));
        still = account.total().without(before);
    }

    RangedAccount account() {
        return account;
    }

    /// What the direction moves of a scope.
    ///
    /// @param watched a threshold of the scope
    Set<Entry> moved(Watched watched) {
        if (watched.threshold().scope().type() != ScopeType.POSITION) {
            return moved;
        }
        Entry entry = watched.entry();
        return entry != null && moved.contains(entry) ? Set.of(entry) : Set.of();
    }

    /// The beta of a mark; null if it stands still.
    @Nullable
    BigDecimal beta(@Nullable String mark) {
        return mark == null ? null : direction.betas().get(mark);
    }

    /// The sums after any shock in a range.
    Tally at(Range shock) {
        if (seen.size() >= REMEMBERED) {
            seen.clear();
        }
        return seen.computeIfAbsent(shock, this::compute);
    }

    private Tally compute(Range shock) {
        Tally tally = new Tally(account.wanted());
        tally.addAll(still);
        for (Entry entry : moved) {
            entry.holding().addTo(tally, price(entry, shock), underlying(entry, shock));
        }
        return tally;
    }

    /// The price of what an entry holds.
    Range price(Entry entry, Range shock) {
        return shocked(entry.price(), entry.mark() == null ? null : betas.get(entry.mark()), shock);
    }

    /// The price of an option's underlying; null for what is no option.
    @Nullable
    Range underlying(Entry entry, Range shock) {
        return entry.underlyingPrice() == null
                ? null
                : shocked(entry.underlyingPrice(), betas.get(entry.underlying()), shock);
    }

    private static Range shocked(Range price, @Nullable Range beta, Range shock) {
        return beta == null
                ? price
                : price.times(Range.ONE.plus(beta.times(shock))).roundedToMark();
    }
}
