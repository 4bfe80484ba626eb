package io.plimsoll.monitor.exposure;

import io.plimsoll.model.exposure.ShockDirection;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which marks of a book move in a shock, how strongly, and at which shocks they are looked at. A mark moves as
/// [ShockDirection] says, and is computed once for all accounts that depend on it.
///
/// For use by several threads.
public final class BookShocks {

    private final @Nullable String mark;
    private final Map<String, BigDecimal> betas;
    private final ShockGrid grid;
    private final Map<Mark, ShockedMark> known = new ConcurrentHashMap<>();

    private BookShocks(@Nullable String mark, Map<String, BigDecimal> betas, ShockGrid grid) {
        this.mark = mark;
        this.betas = Map.copyOf(betas);
        this.grid = grid;
    }

    /// All marks move together, each by the shock times its beta.
    ///
    /// @param signals those named [ShockDirection#BETA] say by how much; what has none moves by the shock
    public static BookShocks joint(Collection<Signal> signals, ShockGrid grid) {
        Map<String, BigDecimal> betas = new HashMap<>();
        for (Signal signal : signals) {
            if (signal.name().equals(ShockDirection.BETA)) {
                betas.put(signal.subject(), signal.value());
            }
        }
        return new BookShocks(null, betas, grid);
    }

    /// One mark moves alone.
    ///
    /// @param mark of an instrument or asset
    public static BookShocks of(String mark, ShockGrid grid) {
        return new BookShocks(mark, Map.of(), grid);
    }

    /// At which shocks marks are looked at.
    public ShockGrid grid() {
        return grid;
    }

    ShockedMark of(Mark before) {
        ShockedMark shocked = known.get(before);
        return shocked != null
                ? shocked
                : known.computeIfAbsent(before, any -> ShockedMark.of(before, beta(before.id()), grid));
    }

    /// The direction as far as a snapshot has marks that move in it.
    ShockDirection direction(Snapshot snapshot) {
        TreeMap<String, BigDecimal> moved = new TreeMap<>();
        snapshot.marks().forEach(each -> moved.put(each.id(), beta(each.id())));
        moved.values().removeIf(beta -> beta.signum() == 0);
        return new ShockDirection(mark, moved);
    }

    private BigDecimal beta(String id) {
        if (mark != null) {
            return mark.equals(id) ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return betas.getOrDefault(id, BigDecimal.ONE);
    }
}
