package io.plimsoll.monitor.live;

import io.plimsoll.monitor.episode.Change;
import java.util.List;

/// Keeps what has happened, before anybody is told.
@FunctionalInterface
public interface Journal {

    /// Keeps changes in their order, all of them or none. If it throws, they come again with those that follow.
    void write(List<Change> changes);
}
