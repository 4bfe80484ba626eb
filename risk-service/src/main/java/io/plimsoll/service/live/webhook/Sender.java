package io.plimsoll.service.live.webhook;

import io.plimsoll.service.live.ActionEvent;
import io.plimsoll.service.live.ActionEvents;
import io.plimsoll.service.live.webhook.Outcome.Failed;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Sends to one target, in a thread of its own: one after the other, each until it is taken.
final class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    /// How long nothing is looked for if nobody says that there is something.
    private static final Duration BREATH = Duration.ofSeconds(15);

    private static final int PATIENCE_SECONDS = 10;

    private final Target target;
    private final ActionEvents events;
    private final Outbox outbox;
    private final Poster poster;
    private final Backoff backoff;
    // Not a virtual one: looking names up and the database may hold on to the thread that carries it.
    private final Thread thread;
    private int failures;
    private volatile Standing standing = Standing.FIRST;

    /// Nothing is sent before [#start].
    Sender(Target target, ActionEvents events, Outbox outbox, Poster poster, Backoff backoff) {
        this.target = target;
        this.events = events;
        this.outbox = outbox;
        this.poster = poster;
        this.backoff = backoff;
        this.thread =
                Thread.ofPlatform().name("webhook-" + target.name()).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Ends it, with what is being sent, which is sent again after the next start.
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        poster.close();
    }

    Target target() {
        return target;
    }

    Outbox outbox() {
        return outbox;
    }

    Standing standing() {
        return standing;
    }

    private void run() {
        try {
            while (standing.state() != WebhookState.GONE) {
                Optional<Failed> failure = sendNext();
                if (failure.isPresent()) {
                    rest(failure.get());
                }
            }
        } catch (InterruptedException e) {
            LOG.debugf("The webhook %s stops.", target.name());
        }
    }

    /// Sends all that waits, until something fails; waits for something if nothing does.
    private Optional<Failed> sendNext() throws InterruptedException {
        try {
            long told = events.told();
            List<ActionEvent> next = outbox.next();
            for (ActionEvent event : next) {
                Outcome outcome = poster.post(event);
                if (outcome instanceof Failed failed) {
                    return Optional.of(failed);
                }
                if (outcome instanceof Outcome.Gone) {
                    gone(event);
                    return Optional.empty();
                }
                isWell();
                outbox.take(event);
            }
            if (next.isEmpty()) {
                outbox.keep();
                isWell();
                events.await(told, BREATH);
            }
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            // A thread that ends would leave the target without news, and nobody told.
            return Optional.of(failure(e));
        }
    }

    private Failed failure(Throwable e) {
        if (e instanceof ProblemException problem && problem.type() == ProblemType.STORE_UNAVAILABLE) {
            return new Failed("The database can't be reached.");
        }
        LOG.errorf(e, "The webhook %s failed; the next attempt follows.", target.name());
        return new Failed("The service failed: %s".formatted(e));
    }

    private void isWell() {
        if (failures > 0) {
            LOG.infof("The webhook %s is sent to again.", target.name());
        }
        failures = 0;
        standing = standing.well();
    }

    private void gone(ActionEvent event) {
        standing = standing.gone(Instant.now());
        LOG.warnf(
                "The webhook %s answered 410 at sequence %d and is sent nothing more until the service starts anew. Maybe"
                        + " take it out of the settings.",
                target.name(), event.sequence());
    }

    private void rest(Failed failure) throws InterruptedException {
        failures++;
        Duration pause = backoff.after(failures, failure.retryAfter());
        Instant now = Instant.now();
        standing = standing.failed(failure.reason(), now, now.plus(pause));
        LOG.logf(
                failures == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
                "The webhook %s has failed, and is tried again until it is not. %s",
                target.name(),
                failure.reason());
        Thread.sleep(pause);
    }
}
