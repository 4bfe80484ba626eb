package io.plimsoll.service.live.webhook;

import io.plimsoll.service.live.ActionEvents;
import io.plimsoll.service.live.LiveSettings;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.SplittableRandom;

/// All webhooks, from the start of the service to its end. The service that watches the book sends them; one
/// with `plimsoll.live.enabled=false` sends none, because another one does.
@Singleton
public final class Webhooks {

    /// Before the live book, so that a new target begins before the first action.
    private static final int BEFORE_THE_LIVE_BOOK = 4_000;

    private final Store store;
    private final ActionEvents events;
    private final Vertx vertx;
    private final LiveSettings live;
    private final TargetSettings given;
    private final WebhookSettings settings;
    private volatile List<Sender> senders = List.of();

    Webhooks(
            Store store,
            ActionEvents events,
            Vertx vertx,
            LiveSettings live,
            TargetSettings given,
            WebhookSettings settings) {
        this.store = store;
        this.events = events;
        this.vertx = vertx;
        this.live = live;
        this.given = given;
        this.settings = settings;
    }

    void start(@Observes @Priority(BEFORE_THE_LIVE_BOOK) StartupEvent event) {
        Targets all = targets();
        if (live.enabled()) {
            senders = all.targets().stream().map(target -> sender(target, all)).toList();
            senders.forEach(Sender::start);
        }
    }

    private Targets targets() {
        try {
            return Targets.of(given, settings);
        } catch (IllegalArgumentException e) {
            // Quarkus prints the message of this one alone, without a stack trace, and ends with 1.
            throw new ConfigurationException(
                    "Plimsoll does not start: its webhooks are refused.%n%s".formatted(e.getMessage()));
        }
    }

    private Sender sender(Target target, Targets all) {
        return new Sender(
                target,
                events,
                Outbox.of(store, events, target.name()),
                new Poster(
                        vertx, target, new Route(target, InetAddress::getAllByName), settings.timeout(), all.trusted()),
                new Backoff(settings.retryFirst(), settings.retryMost(), new SplittableRandom()));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (Sender sender : senders) {
            sender.stop();
        }
    }

    /// Those that are sent, by their names.
    List<Sender> senders() {
        return senders;
    }
}
