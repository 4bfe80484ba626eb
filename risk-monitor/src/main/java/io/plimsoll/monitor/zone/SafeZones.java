package io.plimsoll.monitor.zone;

import java.util.Arrays;

/// Watches accounts by safe zones: each holding has an interval of marks, such that while every mark of an
/// account is inside its interval none of the account's lines can be reached. A new mark costs what the
/// holdings cost whose intervals it leaves, not what all holders cost.
///
/// An account whose mark left an interval is measured: if its lines are proven positive, it gets new intervals
/// and nothing else happens; if not, whoever knows it [looks][Look] and decides exactly. So `double` only ever
/// skips.
///
/// How it is proven. A line is `s(m) = c + Σ bᵢ·mᵢ`, of which doubles are known that are off by at most `4u`
/// of their magnitudes, `u = 2⁻⁵³`, as marks are by `u`. Computed over n instruments it is off by at most
/// `γ·M`, with `M = |c| + Σ|bᵢ|·mᵢ` and `γ ≈ (n + 7)·u` (Higham, Accuracy and Stability of Numerical
/// Algorithms, lemma 3.1). With `e = 2·(n + 12)·u·M` a line is proven positive if `s > e`, and stays so while
/// `Σ|bᵢ|·|mᵢ' − mᵢ| < s − e`. The allowance is dealt out by what each mark is expected to move: `mᵢ` may
/// fall (`bᵢ > 0`) or rise (`bᵢ < 0`) by `λ·mᵢ·σᵢ` with `λ = (s − e)·(1 − 2⁻³⁰) ÷ Σ|bᵢ|·mᵢ·σᵢ`; the smallest
/// over all lines counts. What rounding adds to the edges is below `3u·mᵢ` each, which the other half of `e`
/// covers. A mark is rounded to the nearest double before it is compared with an edge; as rounding keeps the
/// order, the exact mark is inside where the rounded one is strictly inside.
///
/// Not for use by several threads at once.
public final class SafeZones {

    private static final double UNIT = 0x1p-53;
    private static final double SHRINK = 1 - 0x1p-30;

    private final Look look;
    private final Marks marks = new Marks();
    private final Accounts accounts = new Accounts();
    private final EdgeHeap.Places fallPlaces = new EdgeHeap.Places();
    private final EdgeHeap.Places risePlaces = new EdgeHeap.Places();
    private double[] lows = new double[8];
    private double[] highs = new double[8];
    private int[] open = new int[64];
    private int openCount;
    private long measured;
    private long looked;

    /// @param look decides where safety is not proven
    public SafeZones(Look look) {
        this.look = look;
    }

    /// Makes an instrument or asset known.
    ///
    /// @param mark as it is now, above 0
    /// @param volatility how much it is expected to move, relative to itself and beside the others: it decides
    ///     how an allowance is dealt out, and nothing else. Above 0
    /// @return its number
    /// @throws IllegalArgumentException if the mark or the volatility is not above 0
    public int instrument(double mark, double volatility) {
        return marks.add(mark, volatility, new EdgeHeap(fallPlaces), new EdgeHeap(risePlaces));
    }

    /// The mark that an instrument has now.
    public double mark(int instrument) {
        return marks.mark(instrument);
    }

    /// Watches an account from now on. If it is not proven safe, it is looked at when marks are
    /// [settled][#settle].
    ///
    /// @return its number; those of accounts that were forgotten are used again
    /// @throws IllegalStateException if there is no room for it
    public int watch(Lines lines) {
        int account = accounts.add(lines);
        reserve();
        zone(account);
        return account;
    }

    /// Gives an account other lines: it has changed, or its thresholds have.
    ///
    /// @throws IllegalArgumentException if it is not watched
    public void rewatch(int account, Lines lines) {
        accounts.require(account);
        withdraw(account);
        accounts.replace(account, lines);
        reserve();
        zone(account);
    }

    /// Watches an account no longer.
    ///
    /// @throws IllegalArgumentException if it is not watched
    public void forget(int account) {
        accounts.require(account);
        withdraw(account);
        accounts.remove(account);
    }

    /// Takes a new mark. What it may have pushed over a line is looked at by [#settle], so that several marks
    /// of the same moment count together.
    ///
    /// @param mark the double nearest to it, above 0
    /// @throws IllegalArgumentException if the mark is not above 0
    public void take(int instrument, double mark) {
        marks.set(instrument, mark);
        EdgeHeap falls = marks.falls(instrument);
        while (!falls.isEmpty() && -falls.lowest() >= mark) {
            open(accounts.owner(falls.poll()));
        }
        EdgeHeap rises = marks.rises(instrument);
        while (!rises.isEmpty() && rises.lowest() <= mark) {
            open(accounts.owner(rises.poll()));
        }
    }

    /// Looks at every account that the marks taken since may have pushed over a line, each once.
    ///
    /// @return how many had to be looked at
    public int settle() {
        long before = looked;
        int done = 0;
        try {
            while (done < openCount) {
                settle(open[done]);
                done++;
            }
        } finally {
            // Those that were not reached, because looking failed, are tried again the next time.
            openCount -= done;
            System.arraycopy(open, done, open, 0, openCount);
        }
        return (int) (looked - before);
    }

    private void settle(int account) {
        if (accounts.isPresent(account) && accounts.isOpen(account)) {
            if (!isZoned(account)) {
                lookAt(account);
            }
            accounts.setOpen(account, false);
        }
    }

    /// How many accounts were measured, and how many of them looked at, since the start.
    public Work work() {
        return new Work(measured, looked);
    }

    /// What watching took.
    ///
    /// @param measured how often an account's lines were computed
    /// @param looked how often an account was not proven safe
    public record Work(long measured, long looked) {}

    private void lookAt(int account) {
        looked++;
        Lines lines = look.look(account);
        withdraw(account);
        accounts.replace(account, lines);
        reserve();
        if (!isZoned(account)) {
            putOnEveryMark(account);
        }
    }

    private void zone(int account) {
        accounts.setOpen(account, false);
        if (!isZoned(account)) {
            open(account);
        }
    }

    private void open(int account) {
        if (!accounts.isOpen(account)) {
            accounts.setOpen(account, true);
            if (openCount == open.length) {
                open = Arrays.copyOf(open, openCount * 2);
            }
            open[openCount++] = account;
        }
    }

    /// Gives each holding its interval, if the account is proven safe.
    private boolean isZoned(int account) {
        measured++;
        int n = accounts.holdings(account);
        int first = accounts.firstHolding(account);
        if (n > lows.length) {
            lows = new double[n * 2];
            highs = new double[n * 2];
        }
        for (int i = 0; i < n; i++) {
            double mark = marks.mark(accounts.instrument(first + i));
            lows[i] = accounts.from(first + i);
            highs[i] = accounts.to(first + i);
            if (!(lows[i] < mark && mark < highs[i])) {
                return false;
            }
        }
        for (int k = 0; k < accounts.lines(account); k++) {
            if (!isKeptOff(accounts.line(account, k), first, n)) {
                return false;
            }
        }
        for (int i = 0; i < n; i++) {
            int instrument = accounts.instrument(first + i);
            put(marks.falls(instrument), first + i, -lows[i], lows[i] > 0);
            put(marks.rises(instrument), first + i, highs[i], highs[i] < Double.POSITIVE_INFINITY);
        }
        return true;
    }

    /// An edge that no mark reaches need not be kept.
    private static void put(EdgeHeap heap, int holding, double edge, boolean isReachable) {
        if (isReachable) {
            heap.put(holding, edge);
        } else {
            heap.remove(holding);
        }
    }

    /// Narrows the intervals so that a line is not reached in them, if it is proven positive.
    private boolean isKeptOff(int line, int first, int n) {
        double sum = accounts.number(line);
        double magnitude = Math.abs(sum);
        double reach = 0;
        for (int i = 0; i < n; i++) {
            double slope = accounts.number(line + 1 + i);
            int instrument = accounts.instrument(first + i);
            double term = slope * marks.mark(instrument);
            sum += term;
            magnitude += Math.abs(term);
            if (slope != 0) {
                reach += Math.max(Math.abs(slope) * marks.reach(instrument), Double.MIN_NORMAL);
            }
        }
        double error = 2 * (n + 12) * UNIT * magnitude + Double.MIN_NORMAL;
        // False of what is not a number, too.
        if (!(sum > error)) {
            return false;
        }
        double share = (sum - error) * SHRINK / reach;
        for (int i = 0; i < n; i++) {
            double slope = accounts.number(line + 1 + i);
            int instrument = accounts.instrument(first + i);
            double mark = marks.mark(instrument);
            double step = share * marks.reach(instrument);
            if (slope > 0) {
                lows[i] = Math.max(lows[i], mark - step);
            } else if (slope < 0) {
                highs[i] = Math.min(highs[i], mark + step);
            }
        }
        return true;
    }

    /// Not even the mark that holds now is safe: any other has to be looked at, and this one again.
    private void putOnEveryMark(int account) {
        int first = accounts.firstHolding(account);
        for (int i = 0; i < accounts.holdings(account); i++) {
            int instrument = accounts.instrument(first + i);
            marks.falls(instrument).put(first + i, Double.NEGATIVE_INFINITY);
        }
    }

    private void withdraw(int account) {
        int first = accounts.firstHolding(account);
        for (int i = 0; i < accounts.holdings(account); i++) {
            int instrument = accounts.instrument(first + i);
            marks.falls(instrument).remove(first + i);
            marks.rises(instrument).remove(first + i);
        }
    }

    private void reserve() {
        fallPlaces.reserve(accounts.holdingsEnd());
        risePlaces.reserve(accounts.holdingsEnd());
    }
}
