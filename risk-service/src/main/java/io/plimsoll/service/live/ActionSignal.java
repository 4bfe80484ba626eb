package io.plimsoll.service.live;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Says that something has become of actions, to all who wait for it.
@Singleton
final class ActionSignal {

    private final Lock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private long count;
    private volatile boolean over;

    void stop(@Observes ShutdownEvent event) {
        over = true;
        raise();
    }

    /// Whether nothing will become of actions any more, because the service stops.
    boolean isOver() {
        return over;
    }

    /// Tells all who wait.
    void raise() {
        lock.lock();
        try {
            count++;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How often it was raised.
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until it was raised more often than that, or the time is over.
    void await(long seen, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (count <= seen && left > 0) {
                left = raised.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
