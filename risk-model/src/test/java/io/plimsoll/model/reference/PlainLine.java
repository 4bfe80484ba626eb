package io.plimsoll.model.reference;

/// An asset: what it is worth, where it should be, and what has been traded of it, up if it is bought.
final class PlainLine {
    final String id;
    final Fraction price;
    final Fraction lot;
    final Fraction stock;
    final Fraction start;
    final Fraction goal;
    Fraction traded = Fraction.ZERO;

    PlainLine(String id, Fraction price, Fraction lot, Fraction stock, Fraction goal) {
        this.id = id;
        this.price = price;
        this.lot = lot;
        this.stock = stock;
        this.start = stock.times(price);
        this.goal = goal;
    }

    boolean isShort() {
        return start.compareTo(goal) < 0;
    }

    Fraction worth() {
        return start.plus(traded.times(price));
    }

    Fraction away() {
        return isShort() ? goal.minus(worth()) : worth().minus(goal);
    }

    Fraction lotWorth() {
        return lot.times(price);
    }

    void trade(Fraction quantity) {
        traded = isShort() ? traded.plus(quantity) : traded.minus(quantity);
    }

    Fraction wholeLots(Fraction worth) {
        return Fraction.of(worth.over(lotWorth()).floor(0));
    }

    /// Whole lots that lead no further than the goal, and are there.
    Fraction lotsToGoal() {
        Fraction lots = wholeLots(away().max(Fraction.ZERO));
        Fraction there = stock.max(Fraction.ZERO).plus(traded).over(lot);
        return isShort() ? lots : lots.min(Fraction.of(there.floor(0)).max(Fraction.ZERO));
    }

    Fraction tradedWorth() {
        return traded.abs().times(price);
    }
}
