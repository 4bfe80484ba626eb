package io.plimsoll.monitor.zone;

import java.util.Arrays;

/// The instruments: the mark that each has now, and how much it is expected to move beside the others.
final class Marks {

    private double[] marks = new double[16];
    private double[] volatilities = new double[16];
    private EdgeHeap[] falls = new EdgeHeap[16];
    private EdgeHeap[] rises = new EdgeHeap[16];
    private int size;

    int add(double mark, double volatility, EdgeHeap fall, EdgeHeap rise) {
        if (!(volatility > 0 && volatility <= 1e9)) {
            throw new IllegalArgumentException(
                    "A volatility (%s) must be above 0 and at most 1e9. Maybe give 1.".formatted(volatility));
        }
        if (size == marks.length) {
            marks = Arrays.copyOf(marks, size * 2);
            volatilities = Arrays.copyOf(volatilities, size * 2);
            falls = Arrays.copyOf(falls, size * 2);
            rises = Arrays.copyOf(rises, size * 2);
        }
        volatilities[size] = volatility;
        falls[size] = fall;
        rises[size] = rise;
        int instrument = size++;
        set(instrument, mark);
        return instrument;
    }

    void set(int instrument, double mark) {
        if (!(mark > 0 && mark <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("A mark (%s) must be above 0.".formatted(mark));
        }
        marks[instrument] = mark;
    }

    double mark(int instrument) {
        return marks[instrument];
    }

    /// How far the mark is expected to move, in its own unit; beside the other marks only.
    double reach(int instrument) {
        return marks[instrument] * volatilities[instrument];
    }

    /// Where holdings are that a fall of the mark endangers, by their lower edges, negated.
    EdgeHeap falls(int instrument) {
        return falls[instrument];
    }

    /// Where holdings are that a rise of the mark endangers, by their upper edges.
    EdgeHeap rises(int instrument) {
        return rises[instrument];
    }
}
