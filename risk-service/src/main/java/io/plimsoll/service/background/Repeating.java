package io.plimsoll.service.background;

import java.time.Duration;
import org.jboss.logging.Logger;

/// Does something again and again in a thread of its own, from its start until it is stopped. Where it fails,
/// the log says so and the next attempt follows.
public final class Repeating {

    private static final Logger LOG = Logger.getLogger(Repeating.class);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private final Thread thread;

    /// Nothing is done before [#start].
    ///
    /// @param name of the thread, which the log calls it by
    /// @param every how long it waits after each attempt
    public Repeating(String name, Duration every, Runnable work) {
        this.name = name;
        this.every = every;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /// Begins, with an attempt at once.
    public void start() {
        thread.start();
    }

    /// Ends it and waits until it has. Does nothing if it never began.
    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            while (true) {
                attempt();
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s stops.", name);
        }
    }

    private void attempt() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s failed; the next attempt follows.", name);
        }
    }
}
