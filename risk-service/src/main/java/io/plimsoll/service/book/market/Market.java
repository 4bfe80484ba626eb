package io.plimsoll.service.book.market;

import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.service.background.Repeating;
import io.plimsoll.service.book.BookSettings;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// The marks and signals of the book, from the start on. Those that another service on the database has taken
/// are here within `plimsoll.book.follow`.
@Singleton
public final class Market {

    private static final Logger LOG = Logger.getLogger(Market.class);

    private final Readings<Mark> marks;
    private final Readings<Signal> signals;
    private final Repeating following;
    private final List<Consumer<List<RefusedMark>>> refusals = new CopyOnWriteArrayList<>();

    Market(Store store, BookSettings settings) {
        this.marks = new Readings<>(store, ReadingKind.MARKS);
        this.signals = new Readings<>(store, ReadingKind.SIGNALS);
        this.following = new Repeating("market-follower", settings.follow(), this::follow);
    }

    /// Before the first request.
    void start(@Observes StartupEvent event) {
        marks.follow();
        signals.follow();
        following.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        following.stop();
    }

    private void follow() {
        try {
            marks.follow();
            signals.follow();
        } catch (ProblemException e) {
            // Who writes is told, every time; the next attempt follows.
            LOG.debugf("Marks and signals can't be followed now (%s).", e.getMessage());
        }
    }

    /// Has somebody told, from now on, of the instruments and assets whose marks have become newer, in the
    /// thread that took them, after they are committed.
    public void tellOfMarks(Consumer<Set<String>> whom) {
        marks.tell(whom);
    }

    /// Has somebody told, from now on, that signals have become newer.
    public void tellOfSignals(Runnable whom) {
        signals.tell(names -> whom.run());
    }

    /// Has somebody told, from now on, of marks that were refused because they have no price.
    public void tellOfRefused(Consumer<List<RefusedMark>> whom) {
        refusals.add(whom);
    }

    /// Tells of marks that were refused, of sources that have sent marks of the same before: nobody relies on
    /// others.
    void refused(List<RefusedMark> marks) {
        List<RefusedMark> known = marks.stream().filter(this::isKnown).toList();
        if (!known.isEmpty()) {
            refusals.forEach(each -> each.accept(known));
        }
    }

    private boolean isKnown(RefusedMark refused) {
        return marks.of(refused.id()).stream().anyMatch(mark -> mark.source().equals(refused.source()));
    }

    /// The newest mark of each source of an instrument or asset.
    public Collection<Mark> marksOf(String id) {
        return marks.of(id);
    }

    /// The mark that counts for an instrument or asset, if there is one.
    public Optional<Mark> mark(String id) {
        return MarkChoice.of(marks.of(id));
    }

    /// The mark that counts for each instrument and asset that has one.
    public Map<String, Mark> allMarks() {
        Map<String, List<Mark>> byId = new HashMap<>();
        marks.all()
                .forEach(mark ->
                        byId.computeIfAbsent(mark.id(), id -> new ArrayList<>()).add(mark));
        Map<String, Mark> counting = new HashMap<>();
        byId.forEach((id, each) -> counting.put(id, MarkChoice.of(each).orElseThrow()));
        return counting;
    }

    /// All signals.
    public List<Signal> allSignals() {
        return List.copyOf(signals.all());
    }

    Readings<Mark> marks() {
        return marks;
    }

    Readings<Signal> signals() {
        return signals;
    }
}
