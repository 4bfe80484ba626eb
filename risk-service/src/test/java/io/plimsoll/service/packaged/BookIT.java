package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.service.RawHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A book that was acknowledged is there after a kill, and loading one takes no more memory the larger it is.
///
/// `-Dplimsoll.loaded=100000` loads as many.
final class BookIT {

    private static final int ACCOUNTS = Integer.getInteger("plimsoll.loaded", 5_000);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] SETTINGS = {"-Xmx1g", "-Dplimsoll.rules.folder=src/test/resources/desk-walks"};

    @TempDir
    Path data;

    @Test
    void everyAcknowledgedAccountAndMarkIsThereAfterAKill() throws IOException, InterruptedException {
        ServiceProcess killed = ServiceProcess.start(data, SETTINGS);
        long start = System.nanoTime();
        List<String> acknowledged = load(killed);
        System.out.printf("%,d accounts loaded in %,d ms.%n", ACCOUNTS, (System.nanoTime() - start) / 1_000_000);
        assertThat(acknowledged).hasSize(ACCOUNTS);
        assertThat(killed.post("/v1/marks", Client.JSON, marks().getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> marks = killed.get("/v1/marks");
        killed.kill();

        try (ServiceProcess service = ServiceProcess.start(data, SETTINGS)) {
            assertThat(service.get("/v1/marks").body()).isEqualTo(marks.body());
            assertThat(new String(marks.body(), UTF_8)).contains("BTCUSDT", "ETHUSDT");
            int found = 0;
            String after = "";
            while (after != null) {
                JsonNode page = JSON.readTree(
                        service.get("/v1/accounts?limit=1000" + after).body());
                for (JsonNode account : page.path("documents")) {
                    assertThat(account.path("id").asText() + " " + account.path("revision"))
                            .isEqualTo(acknowledged.get(found++));
                }
                after = page.has("next") ? "&after=" + page.path("next").asText() : null;
            }
            assertThat(found).isEqualTo(ACCOUNTS);
        }
    }

    /// Sends and reads at the same time, as a load of any size has to.
    private static List<String> load(ServiceProcess service) throws IOException, InterruptedException {
        try (RawHttp http = new RawHttp(service.port())) {
            http.post("/v1/accounts/bulk", "application/x-ndjson", "Transfer-Encoding: chunked");
            Thread sender = Thread.ofVirtual().start(() -> send(http));
            assertThat(http.head().status()).isEqualTo(200);
            ByteArrayOutputStream answers = new ByteArrayOutputStream();
            for (byte[] chunk = http.readChunk(); chunk.length > 0; chunk = http.readChunk()) {
                answers.write(chunk);
            }
            sender.join();
            return answers.toString(UTF_8).lines().map(BookIT::revision).toList();
        }
    }

    private static void send(RawHttp http) {
        try {
            for (int i = 0; i < ACCOUNTS; i++) {
                http.chunk("""
                        {"id":"account-%07d","segment":"retail","marginMode":"CROSS","currency":"USDT",\
                        "balances":[{"asset":"USDT","quantity":"5600"}],"positions":[\
                        {"instrument":"BTCUSDT","quantity":"4","entryPrice":"68000"},\
                        {"instrument":"ETHUSDT","quantity":"-4","entryPrice":"2500"}]}
                        """.formatted(i));
            }
            http.lastChunk();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String marks() {
        return """
                {"marks":[{"id":"BTCUSDT","price":"67000.5","time":"2026-01-01T10:00:00.123456789Z","source":"a"},
                {"id":"ETHUSDT","price":"2500","time":"2026-01-01T10:00:01Z","source":"b"},
                {"id":"ETHUSDT","price":"2501","time":"2026-01-01T10:00:02Z","source":"c"}]}""";
    }

    private static String revision(String answer) {
        try {
            JsonNode account = JSON.readTree(answer).path("account");
            return account.path("id").asText() + " " + account.path("revision");
        } catch (IOException e) {
            throw new AssertionError(answer, e);
        }
    }
}
