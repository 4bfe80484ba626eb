package io.plimsoll.monitor.exposure;

import io.plimsoll.model.exposure.ShockDirection;
import io.plimsoll.model.market.Mark;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A mark at every shock of a grid. No record: it is the same one for all accounts, and is known by itself.
final class ShockedMark {

    private final List<Mark> marks;
    private final boolean isMoved;
    private final boolean isEven;

    private ShockedMark(List<Mark> marks, boolean isMoved, boolean isEven) {
        this.marks = marks;
        this.isMoved = isMoved;
        this.isEven = isEven;
    }

    static ShockedMark of(Mark mark, BigDecimal beta, ShockGrid grid) {
        if (beta.signum() == 0) {
            return new ShockedMark(grid.shocks().stream().map(shock -> mark).toList(), false, true);
        }
        ShockDirection direction = new ShockDirection(null, new TreeMap<>(Map.of(mark.id(), beta)));
        List<Mark> marks = grid.shocks().stream()
                .map(shock -> direction.stopped(mark, shock))
                .toList();
        boolean isEven = true;
        for (int i = 0; i < grid.size(); i++) {
            BigDecimal factor = BigDecimal.ONE.add(beta.multiply(grid.at(i)));
            isEven &= mark.price().multiply(factor).compareTo(marks.get(i).price()) == 0;
        }
        return new ShockedMark(marks, true, isEven);
    }

    String id() {
        return marks.getFirst().id();
    }

    /// As it is at a place of the grid.
    Mark at(int place) {
        return marks.get(place);
    }

    BigDecimal price(int place) {
        return at(place).price();
    }

    /// Whether shocks move it at all.
    boolean isMoved() {
        return isMoved;
    }

    /// Whether it is exactly `mark × (1 + beta × shock)` at every shock: nowhere rounded, and nowhere stopped.
    boolean isEven() {
        return isEven;
    }
}
