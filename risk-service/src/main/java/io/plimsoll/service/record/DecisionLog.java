package io.plimsoll.service.record;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.record.Appended.Request;
import io.plimsoll.service.record.chain.Chain;
import io.plimsoll.service.rulesets.StoredRuleSets;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Writes decisions to the record: whatever waits shares one transaction, and each is told after the commit.
///
/// While the database can't be reached, appending fails at once, so that nobody waits for it; a probe finds
/// out when it is back.
@Singleton
public final class DecisionLog {

    private static final Logger LOG = Logger.getLogger(DecisionLog.class);
    private static final long PROBE_MILLIS = 250;

    /// What the entry adds to a body is far less than a kibibyte.
    private static final int MAX_BYTES = Chain.MAX_LINE_BYTES - 1_024;

    private final Store store;
    private final int batch;
    private final BlockingQueue<Waiting> queue;
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final Thread writer =
            Thread.ofPlatform().name("record-writer").daemon().unstarted(this::write);
    private final Timer commits;
    private final DistributionSummary sizes;
    private volatile boolean closed;
    private volatile boolean down;

    DecisionLog(Store store, RecordSettings settings, MeterRegistry registry) {
        this.store = store;
        this.batch = settings.batch();
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.commits = Timer.builder("plimsoll.record.commits")
                .description("Transactions of the record, successful or not")
                .register(registry);
        this.sizes = DistributionSummary.builder("plimsoll.record.batch")
                .description("Decisions that shared a transaction")
                .register(registry);
        Gauge.builder("plimsoll.record.waiting", queue, BlockingQueue::size)
                .description("Decisions that wait to be written")
                .register(registry);
        Gauge.builder("plimsoll.record.down", this, log -> log.down ? 1 : 0)
                .description("Whether the database can't be reached")
                .register(registry);
    }

    /// Records a decision.
    ///
    /// @return what became of it, once that is committed; fails with a [ProblemException] if it could not be
    ///     written
    /// @throws ProblemException if it can't be taken on now
    public CompletionStage<Appended> append(Request request) {
        requireUp();
        requireRoom(request.entry());
        Waiting waiting = new Waiting(request, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw new ProblemException(
                    ProblemType.OVERLOADED,
                    "More decisions wait to be recorded than the service takes on. Maybe ask again in a second.",
                    Map.of("Retry-After", "1"));
        }
        return waiting.result();
    }

    private static void requireRoom(DecisionEntry entry) {
        int bytes = entry.body().bytes().length;
        if (bytes > MAX_BYTES) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    ("The decision is too large to be recorded (%,d bytes with its snapshot, at most %,d). Maybe ask with"
                                    + " record=false, or about fewer positions.")
                            .formatted(bytes, MAX_BYTES));
        }
    }

    /// Whether the database could be reached when it was last tried.
    public boolean isUp() {
        return !down;
    }

    /// Fails if nothing can be recorded now, before anybody works for nothing.
    ///
    /// @throws ProblemException if the database can't be reached, or the service stops
    public void requireUp() {
        if (down || closed) {
            throw Store.unavailable();
        }
    }

    /// What a key was used for, if it was.
    ///
    /// @throws ProblemException if the database can't be reached
    public Optional<Appended> find(IdempotencyClaim claim) {
        return store.read(sql -> Optional.ofNullable(
                        IdempotencyKeys.find(sql, List.of(claim)).get(claim.name()))
                .map(use -> use.answerTo(claim)));
    }

    void start(@Observes StartupEvent event) {
        writer.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closed = true;
        writer.join(TimeUnit.SECONDS.toMillis(30));
    }

    private void write() {
        List<Waiting> together = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(PROBE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    together.add(first);
                    queue.drainTo(together, batch - 1);
                    write(together);
                    together.clear();
                } else if (down) {
                    probe();
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private void write(List<Waiting> together) {
        sizes.record(together.size());
        List<Request> requests = together.stream().map(Waiting::request).toList();
        try {
            List<Appended> results = commits.recordCallable(() -> commit(requests));
            for (int i = 0; i < together.size(); i++) {
                together.get(i).result().complete(results.get(i));
            }
        } catch (Exception | StackOverflowError e) {
            fail(together, e);
        }
    }

    private List<Appended> commit(List<Request> requests) {
        requests.stream().map(Request::entry).forEach(this::keepFiles);
        return store.write(transaction -> new DecisionBatch(transaction, Instant.now()).append(requests));
    }

    /// In a transaction of its own: the rule desk may be keeping the same files, and takes the end of the
    /// chain afterwards. Whoever held that while waiting for the files would wait forever.
    private void keepFiles(DecisionEntry entry) {
        RuleSetSource files = entry.files();
        if (!stored.contains(files.digest())) {
            store.<Void>write(transaction -> {
                StoredRuleSets.keep(transaction, entry.ruleSet(), files);
                return null;
            });
            stored.add(files.digest());
        }
    }

    private void fail(List<Waiting> together, Throwable failure) {
        boolean outage = failure instanceof ProblemException problem && problem.type() == ProblemType.STORE_UNAVAILABLE;
        if (outage) {
            if (!down) {
                LOG.error("The database can't be reached: recorded evaluations are refused until it can.", failure);
            }
            down = true;
            refuseWaiting(failure);
        }
        if (!outage && together.size() > 1) {
            // One of them can't be written; the others can.
            together.forEach(waiting -> write(List.of(waiting)));
        } else {
            together.forEach(waiting -> waiting.result().completeExceptionally(failure));
        }
    }

    /// Whoever waits behind must not wait for the next attempt to fail.
    private void refuseWaiting(Throwable failure) {
        List<Waiting> behind = new ArrayList<>();
        queue.drainTo(behind);
        behind.forEach(waiting -> waiting.result().completeExceptionally(failure));
    }

    private void probe() {
        try {
            store.read(sql -> sql.execute("select 1"));
            down = false;
            LOG.info("The database can be reached again.");
        } catch (RuntimeException e) {
            LOG.debug("The database still can't be reached.", e);
        }
    }

    /// A decision that waits to be written, and whoever waits for it.
    private record Waiting(Request request, CompletableFuture<Appended> result) {}
}
