package io.plimsoll.monitor.exposure;

import io.plimsoll.model.exposure.UncrossedShocks;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Threshold;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// At which shocks of a grid each threshold of one account is crossed. What the model says at a shock decides;
/// between two shocks it is not asked where the answer is known:
///
/// - where the account is straight, a threshold changes sides once at most, and where it does follows from its
///   [Excess] at both ends, exactly;
/// - where the account is linear but for tiers and caps, and its [Excess] convex, it is not crossed between two
///   shocks at which it is not;
/// - elsewhere ranges may prove that it is not crossed ([UncrossedShocks]). What they leave open is halved.
final class CrossedShocks {

    private final AccountShocks account;
    private final BookShocks shocks;
    private final List<Threshold> thresholds;
    private final List<BitSet> crossed = new ArrayList<>();
    private @Nullable UncrossedShocks proofs;

    private CrossedShocks(AccountShocks account, BookShocks shocks, List<Threshold> thresholds) {
        this.account = account;
        this.shocks = shocks;
        this.thresholds = thresholds;
    }

    /// For each threshold the places in the grid at which it is crossed.
    static List<BitSet> of(AccountShocks account, BookShocks shocks, List<Threshold> thresholds) {
        CrossedShocks found = new CrossedShocks(account, shocks, thresholds);
        for (int i = 0; i < thresholds.size(); i++) {
            found.crossed.add(new BitSet());
            found.find(i);
        }
        return found.crossed;
    }

    private void find(int threshold) {
        int last = account.grid().size() - 1;
        if (account.isStill()) {
            crossed.get(threshold).set(0, last + 1, isCrossed(threshold, last));
        } else {
            // The ends first: an account that is straight between them is not looked at anywhere else.
            look(threshold, 0);
            look(threshold, last);
            search(threshold, 0, last);
        }
    }

    private void look(int threshold, int place) {
        crossed.get(threshold).set(place, isCrossed(threshold, place));
    }

    private boolean isCrossed(int threshold, int place) {
        Threshold watched = thresholds.get(threshold);
        return account.at(place)
                .reading(watched.metric(), watched.scope())
                .filter(watched::isCrossedBy)
                .isPresent();
    }

    /// Finds what is between two places that have been looked at.
    private void search(int threshold, int from, int to) {
        if (to - from <= 1) {
            return;
        }
        BitSet found = crossed.get(threshold);
        boolean first = found.get(from);
        boolean last = found.get(to);
        boolean isStraight = isStraight(threshold, from, to);
        if (first == last && (isStraight || (!first && isUncrossed(threshold, from, to)))) {
            found.set(from + 1, to, first);
        } else if (first != last && (isStraight || isConvex(threshold, from))) {
            change(threshold, from, to);
        } else {
            int middle = (from + to) >>> 1;
            look(threshold, middle);
            search(threshold, from, middle);
            search(threshold, middle, to);
        }
    }

    private boolean isUncrossed(int threshold, int from, int to) {
        return isConvex(threshold, from) || isProvenUncrossed(threshold, from, to);
    }

    private boolean isConvex(int threshold, int place) {
        return account.isLinear()
                && Excess.isConvex(thresholds.get(threshold))
                && excess(threshold, account.at(place)).isPresent();
    }

    private boolean isStraight(int threshold, int from, int to) {
        return account.isStraight(from, to)
                && Excess.isStraight(
                        thresholds.get(threshold), account.snapshot().account())
                && excess(threshold, account.at(from)).isPresent();
    }

    /// Finds the one place between two others at which a threshold changes sides.
    private void change(int threshold, int from, int to) {
        BitSet found = crossed.get(threshold);
        boolean before = found.get(from);
        int low = from;
        int high = to;
        while (high - low > 1) {
            if (account.isStraight(low, high)) {
                high = change(threshold, low, high, before);
                low = high - 1;
            } else {
                int middle = (low + high) >>> 1;
                boolean isBefore = isCrossed(threshold, middle) == before;
                low = isBefore ? middle : low;
                high = isBefore ? high : middle;
            }
        }
        found.set(from + 1, high, before);
        found.set(high, to, !before);
    }

    /// The first place after the change, where the account is straight.
    private int change(int threshold, int from, int to, boolean before) {
        Ratio first = excess(threshold, account.at(from)).orElseThrow();
        Ratio last = excess(threshold, account.at(to)).orElseThrow();
        int low = from;
        int high = to;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            int sign = account.between(from, first, to, last, middle).signum();
            boolean isCrossed = sign == 0 ? isCrossed(threshold, middle) : sign > 0;
            low = isCrossed == before ? middle : low;
            high = isCrossed == before ? high : middle;
        }
        return high;
    }

    private Optional<Ratio> excess(int threshold, AccountRisk risk) {
        return Excess.of(thresholds.get(threshold), risk);
    }

    private boolean isProvenUncrossed(int threshold, int from, int to) {
        if (proofs == null) {
            proofs = UncrossedShocks.of(
                    account.snapshot(),
                    account.at(account.grid().present()),
                    shocks.direction(account.snapshot()),
                    thresholds);
        }
        return proofs.areProven(
                threshold, account.grid().at(from), account.grid().at(to));
    }
}
