package io.plimsoll.service.ruledesk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Does what is due at the rule desk, from the start on: what came due while the service was down is done then.
@Singleton
final class DeskClock {

    private static final Logger LOG = Logger.getLogger(DeskClock.class);
    private static final int AFTER_THE_RULES = 10;

    private final Publishing publishing;
    private final long tickMillis;
    private final Thread thread =
            Thread.ofPlatform().name("rule-desk-clock").daemon().unstarted(this::run);
    private volatile boolean stopped;

    DeskClock(Publishing publishing, DeskSettings settings) {
        this.publishing = publishing;
        this.tickMillis = settings.tick().toMillis();
    }

    void start(@Observes @Priority(AFTER_THE_RULES) StartupEvent event) {
        thread.start();
    }

    private void run() {
        String trouble = "";
        while (!stopped) {
            try {
                publishing.tick();
                trouble = "";
            } catch (RuntimeException e) {
                // The next look may do better: the database is away, or somebody else was faster.
                String message = String.valueOf(e.getMessage());
                if (!message.equals(trouble)) {
                    LOG.warnf("What is due at the rule desk has to wait (%s).", message);
                }
                trouble = message;
            }
            try {
                Thread.sleep(tickMillis);
            } catch (InterruptedException e) {
                stopped = true;
            }
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }
}
