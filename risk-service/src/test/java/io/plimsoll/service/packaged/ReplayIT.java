package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was decided is decided again, bit by bit, by another JVM with another language, time zone and garbage
/// collector.
///
/// `-Dplimsoll.decisions=100000` records as many, `-Dplimsoll.seed=7` others.
final class ReplayIT {

    private static final int DECISIONS = Integer.getInteger("plimsoll.decisions", 2_000);
    private static final long SEED = Long.getLong("plimsoll.seed", 20_261_123L);
    private static final int BATCH = 1_000;

    private static final List<List<String>> ELSEWHERE = List.of(
            List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu", "-XX:+UseSerialGC"),
            List.of(
                    "-Duser.language=ar",
                    "-Duser.country=EG",
                    "-Duser.timezone=America/Sao_Paulo",
                    "-XX:+UseZGC",
                    "-XX:TieredStopAtLevel=1"));

    @TempDir
    Path folder;

    @Test
    void theSameBytesComeOutElsewhere() throws IOException, InterruptedException {
        Path export = folder.resolve("export.ndjson");
        int recorded = record(export);
        assertThat(recorded).as("seed %d", SEED).isGreaterThan(DECISIONS / 2);

        for (List<String> settings : ELSEWHERE) {
            Verdict verdict = verify(export, settings);
            assertThat(verdict.code()).as("%s%n%s", settings, verdict.text()).isZero();
            assertThat(verdict.text()).contains("\"good\":true").contains("\"replayed\":" + recorded);
        }
        System.out.printf(
                "%,d decisions, seed %d: the same bytes in %d other environments.%n", recorded, SEED, ELSEWHERE.size());
    }

    /// Records decisions about generated accounts and exports them.
    ///
    /// @return how many there are; the rules can't decide about every account
    private int record(Path export) throws IOException, InterruptedException {
        VariedAccounts accounts = new VariedAccounts(SEED);
        int recorded = 0;
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"))) {
            for (int first = 0; first < DECISIONS; first += BATCH) {
                StringBuilder lines = new StringBuilder();
                for (int number = first; number < Math.min(first + BATCH, DECISIONS); number++) {
                    lines.append(accounts.next(number)).append('\n');
                }
                HttpResponse<byte[]> answer = service.post(
                        "/v1/evaluations/batch",
                        "application/x-ndjson",
                        lines.toString().getBytes(UTF_8));
                recorded += (int) new String(answer.body(), UTF_8)
                        .lines()
                        .filter(line -> line.contains(",\"id\":\"dec_"))
                        .count();
            }
            Files.write(export, service.get("/v1/decisions/export").body());
        }
        return recorded;
    }

    private static Verdict verify(Path export, List<String> settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(settings);
        Stream.of(
                        "-jar",
                        ServiceProcess.PACKAGED.toString(),
                        "verify",
                        export.toString(),
                        "--from",
                        "1",
                        "--replay",
                        "--json")
                .forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Verdict(process.waitFor(), text);
    }

    /// @param code that the program ended with
    /// @param text that it printed
    private record Verdict(int code, String text) {}
}
