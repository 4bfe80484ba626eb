package io.plimsoll.service.guard;

import io.plimsoll.monitor.guard.GuardEvent;
import io.plimsoll.monitor.guard.Kill;
import io.plimsoll.monitor.guard.KillSwitch;
import io.plimsoll.monitor.guard.Subject;
import io.plimsoll.service.background.Repeating;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The kill switch of this service, kept over restarts.
///
/// It holds at once, is in a file before it is acknowledged, and in the database and the record as soon as
/// that can be reached; setting it waits for neither. It is lifted in the database only. Switches that
/// another service on the database has set hold here within a second.
@Singleton
public final class KillKeeper {

    /// After the database, before whatever emits.
    static final int EARLY = 3_000;

    private static final Logger LOG = Logger.getLogger(KillKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /// How long the answer waits for an emission that is under way.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Store store;
    private final KillFile file;
    private final KillSwitch killSwitch = new KillSwitch(KillSwitch.State.NEW);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Repeating following = new Repeating("kill-switch", EVERY, this::follow);

    // Held while the database and the memory are brought together.
    private final ReentrantLock storing = new ReentrantLock();

    // Held for as long as the memory alone takes.
    private final Object memory = new Object();
    private final Map<Subject, UnstoredKill> unstored = new TreeMap<>();

    KillKeeper(Store store, @ConfigProperty(name = "plimsoll.data") Path data) {
        this.store = store;
        this.file = new KillFile(data);
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) {
        synchronized (memory) {
            recall().forEach(each -> unstored.put(each.kill().scope(), each));
            merge(List.of());
        }
        follow();
        following.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        following.stop();
    }

    /// A file that can't be read may have said anything.
    private List<UnstoredKill> recall() {
        try {
            return file.read();
        } catch (IOException e) {
            String reason = "%s can't be read, so nobody knows what was stopped".formatted(file.path());
            LOG.errorf(e, "Everything is stopped: %s.", reason);
            return List.of(new UnstoredKill(new Kill(Subject.all(), GuardEvent.AUTOMATIC, reason, now(), null), ""));
        }
    }

    /// The switch.
    public KillSwitch killSwitch() {
        return killSwitch;
    }

    /// Has somebody told, from now on, when something is stopped or may go on.
    public void tell(Runnable whom) {
        listeners.add(whom);
    }

    /// Stops a scope.
    ///
    /// @param from network address of the person
    /// @return whether all that was let out before has been handed on; if not, something may follow of which
    ///     nobody knows
    /// @throws io.plimsoll.model.fact.InvalidFactException if person or reason have not their form
    /// @throws ProblemException if it holds and can't be kept
    boolean kill(Subject scope, String person, String reason, String from) {
        boolean isKept;
        synchronized (memory) {
            unstored.put(scope, new UnstoredKill(killSwitch.set(scope, person, reason, now()), from));
            isKept = writeFile();
        }
        LOG.warnf("Kill switch: %s stops %s %s (%s).", person, scope.type(), scope.id(), reason);
        listeners.forEach(Runnable::run);
        if (!isKept) {
            store();
        }
        return killSwitch.isQuietWithin(PATIENCE);
    }

    /// Says that a person wants a scope to go on; the second one to say so has it do so.
    ///
    /// @param from network address of the person
    /// @throws io.plimsoll.model.fact.InvalidFactException if it is not stopped, it is the first person
    ///     again, or person or reason have not their form
    /// @throws ProblemException if the database can't be reached
    void lift(Subject scope, String person, String reason, String from) {
        storing.lock();
        try {
            store();
            List<Kill> present = store.write(transaction -> {
                KillSwitch stored = new KillSwitch(new KillSwitch.State(0, KillRows.hold(transaction)));
                GuardEvent event = stored.lift(scope, person, reason, now());
                List<Kill> kills = stored.state().kills();
                KillRows.remove(transaction, scope);
                kills.stream()
                        .filter(kill -> kill.scope().equals(scope))
                        .forEach(kill -> KillRows.put(transaction, kill));
                GuardEntries.append(transaction, event, Optional.of(from));
                return kills;
            });
            synchronized (memory) {
                merge(present);
            }
        } finally {
            storing.unlock();
        }
        LOG.warnf("Kill switch: %s wants %s %s to go on (%s).", person, scope.type(), scope.id(), reason);
        listeners.forEach(Runnable::run);
    }

    private void follow() {
        boolean isChanged;
        storing.lock();
        try {
            store();
            List<Kill> stored = store.read(KillRows::all);
            synchronized (memory) {
                isChanged = merge(stored);
            }
        } catch (ProblemException e) {
            LOG.debugf("The kill switch is kept in its file for now (%s).", e.getMessage());
            return;
        } finally {
            storing.unlock();
        }
        if (isChanged) {
            listeners.forEach(Runnable::run);
        }
    }

    /// Has the database know what only the file knew.
    ///
    /// @throws ProblemException if the database can't be reached
    private void store() {
        storing.lock();
        try {
            List<UnstoredKill> waiting;
            synchronized (memory) {
                waiting = List.copyOf(unstored.values());
            }
            waiting.forEach(this::store);
        } finally {
            storing.unlock();
        }
    }

    private void store(UnstoredKill each) {
        Kill kill = each.kill();
        store.<Void>write(transaction -> {
            if (KillRows.put(transaction, kill)) {
                GuardEvent event =
                        new GuardEvent(GuardEvent.Type.KILLED, kill.scope(), kill.at(), kill.person(), kill.reason());
                GuardEntries.append(transaction, event, Optional.of(each.from()).filter(from -> !from.isEmpty()));
            }
            return null;
        });
        synchronized (memory) {
            unstored.remove(kill.scope(), each);
            writeFile();
        }
    }

    /// Has those hold that are stored and those that are not yet, and no others.
    ///
    /// @return whether others held before
    private boolean merge(List<Kill> stored) {
        List<Kill> all = new ArrayList<>();
        stored.stream().filter(kill -> !unstored.containsKey(kill.scope())).forEach(all::add);
        unstored.values().forEach(each -> all.add(each.kill()));
        return killSwitch.restore(all);
    }

    private boolean writeFile() {
        try {
            file.write(unstored.values());
            return true;
        } catch (IOException e) {
            LOG.errorf(e, "The kill switch can't be kept in %s.", file.path());
            return false;
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
