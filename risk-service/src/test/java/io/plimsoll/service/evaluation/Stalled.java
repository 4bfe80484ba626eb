package io.plimsoll.service.evaluation;

import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;

/// Whether a figure that was growing has come to rest.
final class Stalled implements Callable<Boolean> {

    private final DoubleSupplier figure;
    private final double first;
    private double last;

    Stalled(DoubleSupplier figure) {
        this.figure = figure;
        this.first = figure.getAsDouble();
        this.last = first;
    }

    @Override
    public Boolean call() {
        double now = figure.getAsDouble();
        boolean stalled = now > first && now == last;
        last = now;
        return stalled;
    }
}
