package io.plimsoll.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the embedded database promises: kept, private, and found again after anything.
final class EmbeddedDatabaseTest {

    @TempDir
    Path data;

    @Test
    void keepsWhatItAcknowledgedOverARestart() throws IOException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            Jdbi.create(first.url()).useHandle(sql -> {
                sql.execute("create table kept (number int)");
                sql.execute("insert into kept values (42)");
            });
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.start(data)) {
            assertThat(number(second)).isEqualTo(42);
        }
    }

    @Test
    void startsOverAServerThatAKilledProcessLeft() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldDatabase.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader out = holder.inputReader();
        String line = out.readLine();
        while (line != null && !line.equals(HeldDatabase.READY)) {
            line = out.readLine();
        }
        long server = serverProcess();
        holder.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(server)).as("outlives the kill").isPresent();

        try (EmbeddedDatabase next = EmbeddedDatabase.start(data)) {
            assertThat(ProcessHandle.of(server)).isEmpty();
            assertThat(number(next)).isEqualTo(42);
        }
    }

    @Test
    void isStartedAgainWhereItWasIfItIsKilled() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            Jdbi before = Jdbi.create(database.url());
            before.useHandle(sql -> {
                sql.execute("create table kept (number int)");
                sql.execute("insert into kept values (42)");
            });
            ProcessHandle.of(serverProcess()).orElseThrow().destroyForcibly();

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(number(database)).isEqualTo(42));
        }
    }

    @Test
    void isStoppedByForceIfItDoesNotOtherwise() throws IOException, InterruptedException {
        long server;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            server = serverProcess();
            // Held in its place, it does not even notice that it is told to stop.
            new ProcessBuilder("kill", "-STOP", Long.toString(server)).start().waitFor();
            assertThat(database.url()).isNotEmpty();
        }
        assertThat(ProcessHandle.of(server)).isEmpty();
    }

    @Test
    void whatTheServerSaysIsInAFileBesideItsData() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            Jdbi jdbi = Jdbi.create(database.url());
            assertThatExceptionOfType(JdbiException.class)
                    .isThrownBy(() -> jdbi.useHandle(sql -> sql.execute("select 1 from nowhere")));
        }
        assertThat(Files.readString(data.resolve("postgres.log")))
                .contains("relation \"nowhere\" does not exist")
                .contains("database system is shut down");
    }

    private long serverProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static int number(EmbeddedDatabase database) {
        return Jdbi.create(database.url())
                .withHandle(sql -> sql.createQuery("select number from kept")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void aFolderBelongsToOneProcessAtATime() throws IOException {
        try (EmbeddedDatabase held = EmbeddedDatabase.start(data)) {
            assertThat(held.url()).contains("localhost");
            assertThatIOException()
                    .isThrownBy(() -> EmbeddedDatabase.start(data))
                    .withMessageContaining("is held by another process")
                    .withMessageContaining("-Dplimsoll.data");
        }
    }

    @Test
    void writesToDiskBeforeItAnswersAndListensToThisMachineAlone() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            List<String> settings = Jdbi.create(database.url())
                    .withHandle(sql -> sql.createQuery("""
                                    select name || '=' || setting from pg_settings
                                    where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses')
                                    """).mapTo(String.class).list());
            assertThat(settings)
                    .containsExactlyInAnyOrder(
                            "fsync=on", "synchronous_commit=on", "full_page_writes=on", "listen_addresses=127.0.0.1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
        }
    }
}
