package io.plimsoll.service.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// What became of actions, in its order, for all who hand it on.
@Singleton
public final class ActionEvents {

    private final Store store;
    private final ActionSignal signal;

    ActionEvents(Store store, ActionSignal signal) {
        this.store = store;
        this.signal = signal;
    }

    /// Sequence of the last one; 0 if there is none.
    ///
    /// @throws ProblemException if the database can't be reached
    public long last() {
        return store.read(ActionRows::last);
    }

    /// Those that came later, in their order.
    ///
    /// @param limit how many at most
    /// @throws ProblemException if the database can't be reached
    public List<ActionEvent> after(long sequence, int limit) {
        return store.read(sql -> ActionRows.events(sql, sequence, limit)).stream()
                .map(document -> new ActionEvent(
                        document.sequence(), document.id(), new String(JsonWriter.write(document), UTF_8)))
                .toList();
    }

    /// How many came later.
    ///
    /// @throws ProblemException if the database can't be reached
    public long countAfter(long sequence) {
        return store.read(sql -> ActionRows.countAfter(sql, sequence));
    }

    /// How often it was said that there are more: to be asked before they are read, so that none is overlooked.
    public long told() {
        return signal.count();
    }

    /// Waits until it was said more often than that, or the time is over.
    public void await(long told, Duration patience) throws InterruptedException {
        signal.await(told, patience);
    }
}
