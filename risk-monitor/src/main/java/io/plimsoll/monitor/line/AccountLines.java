package io.plimsoll.monitor.line;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.exposure.SafeMoves;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.monitor.zone.Lines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// The thresholds of an account as lines over the marks that it depends on.
///
/// While all lines are positive and every mark is in its range, no threshold that is watched at its limit is
/// crossed, and none that is watched at its clear level is cleared. That holds at the moment of the snapshot:
/// what accrues with time (interest, funding) is in the lines as it is then, so that whoever holds such
/// accounts makes their lines anew as time goes by. What does not move evenly with marks has ranges that no
/// mark is in: the account is looked at with every mark.
public final class AccountLines {

    private final List<String> marks;
    private final MarkRanges ranges;
    private final List<Linear> lines;
    private final boolean isLinear;

    private AccountLines(List<String> marks, MarkRanges ranges, List<Linear> lines, boolean isLinear) {
        this.marks = marks;
        this.ranges = ranges;
        this.lines = lines;
        this.isLinear = isLinear;
    }

    /// The lines of an account at the marks of a snapshot.
    ///
    /// @param risk of the same snapshot
    /// @param watched its thresholds, of scopes that it has
    public static AccountLines of(Snapshot snapshot, AccountRisk risk, Collection<Watched> watched) {
        List<String> marks = List.copyOf(marks(snapshot, risk));
        double[] at = marks.stream()
                .mapToDouble(mark -> snapshot.mark(mark).price().doubleValue())
                .toArray();
        AccountLines exact = of(snapshot, risk, watched, marks, Span.PRESENT);
        for (Span span : List.of(Span.EVERY, Span.WIDE)) {
            AccountLines wide = of(snapshot, risk, watched, marks, span);
            if (wide.keepsHalfOf(exact, at)) {
                return wide;
            }
        }
        return exact;
    }

    /// With bounds of one span.
    static AccountLines of(
            Snapshot snapshot, AccountRisk risk, Collection<Watched> watched, List<String> marks, Span span) {
        MarkRanges ranges = new MarkRanges(marks);
        ThresholdLines thresholds = new ThresholdLines(new LinearAccount(snapshot, risk, ranges, span));
        List<Linear> lines = new ArrayList<>();
        List<Watched> uneven = new ArrayList<>();
        for (Watched each : watched) {
            try {
                lines.addAll(thresholds.of(each));
            } catch (UnprovenException e) {
                uneven.add(each);
            }
        }
        if (!uneven.isEmpty()) {
            ranges.within(snapshot, SafeMoves.share(snapshot, risk, those(uneven, false), those(uneven, true)));
        }
        return new AccountLines(marks, ranges, lines, uneven.isEmpty());
    }

    private static List<Threshold> those(List<Watched> watched, boolean areOpen) {
        return watched.stream()
                .filter(each -> each.isOpen() == areOpen)
                .map(Watched::threshold)
                .toList();
    }

    /// Whether bounds leave at least half of the way to each line. What they are wider by is then worth it; how
    /// much is left is a guess, and nothing hangs on it.
    private boolean keepsHalfOf(AccountLines exact, double[] at) {
        for (int k = 0; k < lines.size(); k++) {
            if (!(lines.get(k).at(at) >= exact.lines.get(k).at(at) / 2)) {
                return false;
            }
        }
        return isLinear;
    }

    /// The marks that decide about the account, in ascending order.
    public List<String> marks() {
        return marks;
    }

    /// Whether lines could be written for all thresholds.
    boolean isLinear() {
        return isLinear;
    }

    List<Linear> exact() {
        return lines;
    }

    /// The lines as they are watched.
    ///
    /// @param number of each mark
    public Lines numbered(ToIntFunction<String> number) {
        int n = marks.size();
        double[] constants = new double[lines.size()];
        double[] slopes = new double[lines.size() * n];
        for (int k = 0; k < constants.length; k++) {
            constants[k] = Doubles.near(lines.get(k).constant());
            for (int i = 0; i < n; i++) {
                slopes[k * n + i] = Doubles.near(lines.get(k).slope(i));
            }
        }
        int[] instruments = marks.stream().mapToInt(number).toArray();
        return new Lines(instruments, ranges.from(), ranges.to(), constants, slopes);
    }

    private static NavigableSet<String> marks(Snapshot snapshot, AccountRisk risk) {
        NavigableSet<String> marks = new TreeSet<>();
        for (PositionRisk position : risk.positions()) {
            add(snapshot, position.id(), marks);
        }
        risk.account().orders().forEach(order -> add(snapshot, order.instrument(), marks));
        risk.account().balances().stream()
                .map(Balance::asset)
                .filter(asset -> !asset.equals(risk.account().currency()))
                .forEach(marks::add);
        return marks;
    }

    private static void add(Snapshot snapshot, String instrument, NavigableSet<String> marks) {
        marks.add(instrument);
        OptionTerms option = snapshot.instrument(instrument).option();
        if (option != null) {
            marks.add(option.underlying());
        }
    }
}
