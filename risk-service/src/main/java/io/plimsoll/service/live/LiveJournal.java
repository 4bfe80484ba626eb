package io.plimsoll.service.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.monitor.episode.Change;
import io.plimsoll.monitor.episode.Change.Proposed;
import io.plimsoll.monitor.guard.GuardEvent;
import io.plimsoll.monitor.live.Journal;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.document.snapshot.SnapshotWriter;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.guard.GuardEntries;
import io.plimsoll.service.record.Appended;
import io.plimsoll.service.record.DecisionEntry;
import io.plimsoll.service.record.DecisionLog;
import io.plimsoll.service.record.Text;
import io.plimsoll.service.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Keeps what happens in the live book: first the decisions, in the record, then what came of them, in one
/// transaction. Whoever waits for actions is told after that.
final class LiveJournal implements Journal {

    private static final Logger LOG = Logger.getLogger(LiveJournal.class);

    /// Who asked, in the record.
    private static final String BY = "live-book";

    /// How many decisions wait to be recorded at once. Others wait there, too.
    private static final int TOGETHER = 100;

    private final Store store;
    private final DecisionLog record;
    private final GuardGate gate;
    private final Runnable written;

    // By digest; what waits to be written may be of one that was replaced.
    private final Map<String, RuleSetVersion> versions = new HashMap<>();

    /// @param gate what its guards must not forget is kept with what it let out
    /// @param written run after something was written
    LiveJournal(Store store, DecisionLog record, GuardGate gate, Runnable written) {
        this.store = store;
        this.record = record;
        this.gate = gate;
        this.written = written;
    }

    /// Makes known which version decides from now on.
    void decidesBy(RuleSetVersion version) {
        versions.put(version.digest(), version);
    }

    @Override
    public void write(List<Change> changes) {
        IdentityHashMap<Decision, Kept> kept = record(changes);
        List<GuardEvent> events = gate.events();
        store.<Void>write(transaction -> {
            // With the actions that it counts: what went out is reserved, whatever happens.
            GuardRows.keep(transaction, gate.state());
            HoldChanges holds = HoldChanges.of(transaction, changes);
            changes.forEach(change -> write(transaction, change, kept));
            record(transaction, events);
            holds.record(transaction);
            return null;
        });
        gate.recorded(events.size());
        changes.forEach(LiveJournal::log);
        written.run();
    }

    /// Keeps what has happened to guards meanwhile, if anything has.
    void writeGuards() {
        List<GuardEvent> events = gate.events();
        if (!events.isEmpty()) {
            store.<Void>write(transaction -> {
                GuardRows.keep(transaction, gate.state());
                record(transaction, events);
                return null;
            });
            gate.recorded(events.size());
        }
    }

    private static void record(Handle transaction, List<GuardEvent> events) {
        events.forEach(event -> GuardEntries.append(transaction, event, Optional.empty()));
    }

    /// A decision that is in the record.
    ///
    /// @param id its name
    /// @param actions as they are written, in their order
    private record Kept(String id, JsonNode actions) {

        String content(Proposed proposed) {
            int place = proposed.decision().actions().indexOf(proposed.content());
            return actions.get(place).toString();
        }
    }

    private IdentityHashMap<Decision, Kept> record(List<Change> changes) {
        IdentityHashMap<Decision, Kept> kept = new IdentityHashMap<>();
        List<CompletionStage<Appended>> pending = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Proposed proposed && !kept.containsKey(proposed.decision())) {
                Decision decision = proposed.decision();
                DecisionEntry entry = entry(decision);
                kept.put(
                        decision,
                        new Kept(
                                entry.id(),
                                DecisionWriter.treeWithoutNearest(decision).path("actions")));
                pending.add(record.append(new Appended.Request(entry, Optional.empty(), Optional.empty())));
                if (pending.size() == TOGETHER) {
                    await(pending);
                }
            }
        }
        await(pending);
        return kept;
    }

    private static void await(List<CompletionStage<Appended>> pending) {
        try {
            pending.forEach(stage -> stage.toCompletableFuture().join());
            pending.clear();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private DecisionEntry entry(Decision decision) {
        RuleSetVersion version =
                Optional.ofNullable(versions.get(decision.version())).orElseThrow();
        byte[] snapshot = SnapshotWriter.write(decision.snapshot());
        return DecisionEntry.of(version, decision, snapshot, Text.of(DecisionWriter.write(decision, false)), BY);
    }

    private static void write(Handle transaction, Change change, IdentityHashMap<Decision, Kept> kept) {
        switch (change) {
            case Change.Opened(var episode) -> EpisodeRows.keep(transaction, episode);
            case Change.Closed(var episode) -> EpisodeRows.keep(transaction, episode);
            case Proposed proposed -> {
                Kept decision =
                        Optional.ofNullable(kept.get(proposed.decision())).orElseThrow();
                ActionRows.propose(transaction, proposed.action(), decision.id(), decision.content(proposed));
            }
            case Change.Moved(var action) -> ActionRows.move(transaction, action);
            case Change.Undecidable _, Change.Decidable _ -> {}
        }
    }

    private static void log(Change change) {
        switch (change) {
            case Change.Undecidable failed ->
                LOG.warnf("Nobody watches the account %s: %s", failed.account(), failed.reason());
            case Change.Decidable mended -> LOG.infof("The account %s is watched again.", mended.account());
            default -> LOG.debugf("%s", change);
        }
    }
}
