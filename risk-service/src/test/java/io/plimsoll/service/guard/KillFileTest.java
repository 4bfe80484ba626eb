package io.plimsoll.service.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.monitor.guard.Kill;
import io.plimsoll.monitor.guard.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the file of the kill switch has after a restart.
final class KillFileTest {

    private static final Instant AT = Instant.parse("2026-11-23T12:00:00.123Z");

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenLastIsRead() throws IOException {
        KillFile file = new KillFile(folder.resolve("data"));
        assertThat(file.read()).isEmpty();
        UnstoredKill all = new UnstoredKill(new Kill(Subject.all(), "ola", "\"quotes\" and é", AT, null), "10.0.0.1");
        UnstoredKill one = new UnstoredKill(
                new Kill(Subject.instrument("BTC-PERP"), "pam", "prices", AT, new Kill.Lift("ola", "over", AT)), "");

        file.write(List.of(all));
        file.write(List.of(all, one));

        assertThat(new KillFile(folder.resolve("data")).read()).containsExactly(all, one);
        file.write(List.of());
        assertThat(file.read()).isEmpty();
    }

    @Test
    void whatCanNotBeReadIsNotTakenForNothing() throws IOException {
        KillFile file = new KillFile(folder);
        for (String content : List.of("", "{", "[{\"kill\":{}}]", "[{}]", "null")) {
            Files.writeString(file.path(), content);
            assertThatThrownBy(file::read).as(content).isInstanceOf(IOException.class);
        }
    }
}
