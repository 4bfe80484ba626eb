package io.plimsoll.monitor.book;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKey;
import io.plimsoll.monitor.book.Crossing.Move;
import io.plimsoll.monitor.line.AccountLines;
import io.plimsoll.monitor.line.Watched;
import io.plimsoll.monitor.zone.Lines;
import io.plimsoll.monitor.zone.SafeZones;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells, for each mark, which thresholds of which accounts are crossed by it and which breaches are over: the
/// same as evaluating every account at every mark would, at the cost of the few that are near a line.
///
/// A breach begins when a metric crosses its limit, and is over when the metric is at the clear level or
/// safer; in between it goes on, and it is told when the limit is left and crossed again. A metric that is not
/// defined, such as drift without net worth, begins and ends nothing, and crosses no limit.
///
/// Not for use by several threads at once.
public final class BookMonitor {

    private static final double ANY_VOLATILITY = 1;

    private final Accounts accounts;
    private final Consumer<Crossing> listener;
    private final SafeZones zones = new SafeZones(this::look);
    private final Map<String, Integer> marks = new HashMap<>();
    private final Breaches breaches = new Breaches();

    /// @param accounts asked for an account when it is watched, has changed or may have crossed a line
    /// @param listener told of each crossing, within the call that finds it; must not call the monitor. If it
    ///     throws, the crossing is told again with the next marks
    public BookMonitor(Accounts accounts, Consumer<Crossing> listener) {
        this.accounts = accounts;
        this.listener = listener;
    }

    /// Makes a mark known before accounts depend on it, with how much it is expected to move, relative to
    /// itself and beside the others. One that is not made known is taken as any other.
    public void expect(Mark mark, double volatility) {
        marks.put(mark.id(), zones.instrument(mark.price().doubleValue(), volatility));
    }

    /// Gives an account a number. It is watched from the first time on that it is said to have
    /// [changed][#changed].
    ///
    /// @return its number; those of accounts that were forgotten are used again
    public int add() {
        return zones.watch(Lines.NONE);
    }

    /// Takes breaches of an account as open that were found before, so that they do not begin again, and are
    /// over at their clear level; where the limit is crossed, they are told to be renewed. Those of thresholds
    /// that the account does not have are forgotten.
    public void recall(int account, Collection<ThresholdKey> open) {
        open.forEach(key -> breaches.put(account, key, false));
    }

    /// Looks at an account that is new, has changed or whose thresholds have, and tells what that crosses or
    /// clears.
    ///
    /// @throws IllegalArgumentException if it is not watched
    public void changed(int account) {
        zones.rewatch(account, look(account));
    }

    /// Watches an account no longer, and forgets its breaches without a word.
    ///
    /// @throws IllegalArgumentException if it is not watched
    public void forget(int account) {
        zones.forget(account);
        breaches.forget(account);
    }

    /// Takes the marks of a moment, which count together, and tells what they cross and clear.
    public void take(Collection<Mark> moment) {
        for (Mark mark : moment) {
            Integer number = marks.get(mark.id());
            if (number == null) {
                expect(mark, ANY_VOLATILITY);
            } else {
                zones.take(number, mark.price().doubleValue());
            }
        }
        zones.settle();
    }

    /// What watching took since the start.
    public SafeZones.Work work() {
        return zones.work();
    }

    private Lines look(int account) {
        Snapshot snapshot = accounts.snapshot(account);
        List<Threshold> thresholds = accounts.thresholds(account);
        AccountRisk risk = AccountRisk.of(snapshot);
        breaches.keepOnly(account, thresholds);
        List<Watched> watched = new ArrayList<>(thresholds.size());
        for (Threshold threshold : thresholds) {
            tell(
                    account,
                    threshold,
                    risk.reading(threshold.metric(), threshold.scope()).orElse(null));
            if (!breaches.isOpen(account, threshold)) {
                watched.add(Watched.uncrossed(threshold));
            } else if (breaches.isCrossed(account, threshold)) {
                watched.add(Watched.crossed(threshold));
            } else {
                watched.add(Watched.uncrossed(threshold));
                watched.add(Watched.uncleared(threshold));
            }
        }
        return AccountLines.of(snapshot, risk, watched).numbered(mark -> number(snapshot, mark));
    }

    private void tell(int account, Threshold threshold, @Nullable Ratio reading) {
        boolean isOpen = breaches.isOpen(account, threshold);
        boolean wasCrossed = breaches.isCrossed(account, threshold);
        boolean isCrossed = reading != null && threshold.isCrossedBy(reading);
        if (isOpen && reading != null && threshold.isClearedBy(reading)) {
            listener.accept(new Crossing(account, threshold, reading, Move.OVER));
            breaches.close(account, threshold.key());
        } else if (isCrossed != wasCrossed) {
            Move move = isCrossed ? (isOpen ? Move.RENEWED : Move.BEGUN) : Move.EASED;
            listener.accept(new Crossing(account, threshold, reading, move));
            breaches.put(account, threshold.key(), isCrossed);
        }
    }

    private int number(Snapshot snapshot, String mark) {
        return Optional.ofNullable(marks.get(mark)).orElseGet(() -> {
            expect(snapshot.mark(mark), ANY_VOLATILITY);
            return marks.get(mark);
        });
    }
}
