package io.plimsoll.service.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.monitor.guard.Kill;
import io.plimsoll.monitor.guard.Subject;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is stopped after a start, beside another service on the database.
@QuarkusTest
final class KillKeeperTest {

    @Inject
    Store store;

    @Inject
    KillKeeper other;

    @TempDir
    Path data;

    @Test
    void aFileThatCanNotBeReadStopsEverythingUntilTwoPersonsHaveLookedAtIt() throws IOException, InterruptedException {
        Path file = data.resolve("kill-switch.json");
        Files.writeString(file, "[{\"kill\":");
        KillKeeper keeper = new KillKeeper(store, data);
        keeper.start(new StartupEvent());
        try {
            assertThat(scopes(keeper)).contains(Subject.all());
            Awaitility.await().until(() -> scopes(other).contains(Subject.all()));

            keeper.lift(Subject.all(), "ola", "looked at it", "");
            assertThat(scopes(keeper)).contains(Subject.all());
            keeper.lift(Subject.all(), "pam", "so did I", "");

            assertThat(scopes(keeper)).doesNotContain(Subject.all());
            assertThat(file).doesNotExist();
        } finally {
            keeper.stop(new ShutdownEvent());
            Awaitility.await().until(() -> !scopes(other).contains(Subject.all()));
        }
    }

    private static List<Subject> scopes(KillKeeper keeper) {
        return keeper.killSwitch().state().kills().stream().map(Kill::scope).toList();
    }
}
