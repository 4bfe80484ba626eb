package io.plimsoll.service.live;

import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.LiveAction;
import io.plimsoll.monitor.guard.GuardEvent;
import io.plimsoll.service.book.market.Market;
import io.plimsoll.service.book.risk.AccountSignals;
import io.plimsoll.service.guard.KillKeeper;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.record.DecisionLog;
import io.plimsoll.service.rulesets.LiveRules;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The thread that watches the book. Whatever happens to the book comes to it as a task, one after the other.
///
/// While the database can't be reached nothing goes out; what happens meanwhile is kept, and written when it is
/// back. After any other failure the book is read anew.
@Singleton
public final class LiveRunner {

    private static final Logger LOG = Logger.getLogger(LiveRunner.class);

    /// After all that it asks has started.
    private static final int LAST = 5_000;

    /// Before all that it asks has stopped.
    private static final int FIRST = 1;

    private static final int PATIENCE_SECONDS = 10;

    private final Store store;
    private final Market market;
    private final LiveRules rules;
    private final DecisionLog record;
    private final LiveSettings settings;
    private final KillKeeper kills;
    private final AccountSignals accounts;
    private final ActionSignal signal;
    private final BlockingQueue<Consumer<LiveWatch>> tasks = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().name("live-book").daemon().unstarted(this::run);
    private volatile boolean stopped;
    private @Nullable LiveWatch watch;

    LiveRunner(
            Store store,
            Market market,
            LiveRules rules,
            DecisionLog record,
            LiveSettings settings,
            KillKeeper kills,
            AccountSignals accounts,
            ActionSignal signal) {
        this.store = store;
        this.market = market;
        this.rules = rules;
        this.record = record;
        this.settings = settings;
        this.kills = kills;
        this.accounts = accounts;
        this.signal = signal;
    }

    void start(@Observes @Priority(LAST) StartupEvent event) {
        if (settings.enabled()) {
            market.tellOfMarks(ids -> tasks.add(each -> each.marks(ids)));
            market.tellOfRefused(marks -> tasks.add(each -> each.refused(marks)));
            market.tellOfSignals(() -> tasks.add(LiveWatch::signals));
            kills.tell(() -> tasks.add(LiveWatch::killed));
            thread.start();
        }
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (settings.enabled()) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }

    /// What an order-management system says of an action; kept when this returns.
    ///
    /// @return the action then; empty if it is not known any more
    /// @throws IllegalArgumentException if it can't say so of an action in this state
    /// @throws ProblemException if the book is not watched now, or the database can't be reached
    Optional<LiveAction> report(String account, String action, ActionState state) {
        return ask(each -> each.report(account, action, state));
    }

    /// What a person does to the guards; kept when this returns.
    ///
    /// @param from network address of the person
    /// @throws io.plimsoll.model.fact.InvalidFactException if they can't
    /// @throws ProblemException if the book is not watched now, or the database can't be reached
    GuardEvent guard(GuardStep step, String from) {
        return ask(each -> each.guard(step, from));
    }

    /// How the guards stand.
    ///
    /// @throws ProblemException if the book is not watched now
    GuardsDocument guards() {
        return ask(LiveWatch::guards);
    }

    /// How far the book is watched.
    ///
    /// @throws ProblemException if it is not
    LiveStatus status() {
        return ask(LiveWatch::status);
    }

    private <T> T ask(Function<LiveWatch, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        tasks.add(each -> {
            try {
                answer.complete(question.apply(each));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
                if (!(e instanceof IllegalArgumentException)) {
                    throw e;
                }
            }
        });
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw notWatched();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notWatched();
        }
    }

    private static ProblemException notWatched() {
        return new ProblemException(
                ProblemType.NOT_READY,
                "The book is not watched at this moment. Maybe ask again in a second.",
                Map.of("Retry-After", "1"));
    }

    private void run() {
        long followed = System.nanoTime();
        long ticked = followed;
        while (!stopped) {
            try {
                LiveWatch present = watch();
                Consumer<LiveWatch> task = tasks.poll(settings.follow().toMillis(), TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.accept(present);
                }
                long now = System.nanoTime();
                if (now - followed >= settings.follow().toNanos()) {
                    followed = now;
                    present.follow();
                }
                if (now - ticked >= settings.tick().toNanos()) {
                    ticked = now;
                    present.tick();
                }
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException | Error e) {
                // A thread that ends would leave nobody watching, and nobody told.
                recover(e);
            }
        }
        drop();
    }

    private LiveWatch watch() {
        LiveWatch present = watch;
        if (present == null) {
            tasks.clear();
            present = new LiveWatch(store, market, rules, record, kills.killSwitch(), accounts, signal::raise);
            watch = present;
            LOG.infof("The live book watches %d accounts.", present.status().accounts());
        }
        return present;
    }

    private void recover(Throwable failure) {
        if (failure instanceof ProblemException problem && problem.type() == ProblemType.STORE_UNAVAILABLE) {
            LOG.debugf("What happens in the live book is written later (%s).", failure.getMessage());
        } else {
            LOG.error("The live book failed; it is read anew.", failure);
            drop();
        }
        try {
            TimeUnit.MILLISECONDS.sleep(settings.tick().toMillis());
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void drop() {
        LiveWatch present = watch;
        watch = null;
        if (present != null) {
            present.close();
        }
    }
}
