package io.plimsoll.service.live.webhook;

import io.plimsoll.service.live.ActionEvent;
import io.plimsoll.service.live.ActionEvents;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.store.Store;
import java.util.List;

/// What a target has yet to be sent, and what it has taken. Used by one thread; anybody may look at it.
final class Outbox {

    /// How many are read at once.
    private static final int TOGETHER = 100;

    private final Store store;
    private final ActionEvents events;
    private final String target;
    private volatile long taken;
    private long kept;

    private Outbox(Store store, ActionEvents events, String target, long taken) {
        this.store = store;
        this.events = events;
        this.target = target;
        this.taken = taken;
        this.kept = taken;
    }

    /// That of a target, which begins with what comes from now on if it is new.
    ///
    /// @throws ProblemException if the database can't be reached
    static Outbox of(Store store, ActionEvents events, String target) {
        long last = events.last();
        long taken = store.write(sql -> {
            sql.createUpdate("insert into webhook_target (name, taken) values (:name, :last) on conflict do nothing")
                    .bind("name", target)
                    .bind("last", last)
                    .execute();
            return sql.createQuery("select taken from webhook_target where name = :name")
                    .bind("name", target)
                    .mapTo(Long.class)
                    .one();
        });
        return new Outbox(store, events, target, taken);
    }

    /// The next ones, in their order.
    ///
    /// @throws ProblemException if the database can't be reached
    List<ActionEvent> next() {
        return events.after(taken, TOGETHER);
    }

    /// Keeps that the target has taken all up to this one.
    ///
    /// @throws ProblemException if the database can't be reached; it is known here all the same
    void take(ActionEvent event) {
        taken = event.sequence();
        keep();
    }

    /// Keeps what is known here alone, if there is such.
    ///
    /// @throws ProblemException if the database can't be reached
    void keep() {
        long now = taken;
        if (kept < now) {
            store.write(sql -> sql.createUpdate(
                            "update webhook_target set taken = :taken where name = :name and taken < :taken")
                    .bind("taken", now)
                    .bind("name", target)
                    .execute());
            kept = now;
        }
    }

    /// Sequence of the last one that it has taken, or did not want because it began later.
    long taken() {
        return taken;
    }

    /// How many it has yet to be sent.
    ///
    /// @throws ProblemException if the database can't be reached
    long waiting() {
        return events.countAfter(taken);
    }
}
