package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        HttpResponse<byte[]> loaded = killed.post(
                "/v1/accounts/bulk", "application/x-ndjson", accounts().getBytes(UTF_8));
        System.out.printf("%,d accounts loaded in %,d ms.%n", ACCOUNTS, (System.nanoTime() - start) / 1_000_000);
        List<String> acknowledged =
                new String(loaded.body(), UTF_8).lines().map(BookIT::revision).toList();
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

    private static String accounts() {
        return IntStream.range(0, ACCOUNTS).mapToObj("""
                        {"id":"account-%07d","segment":"retail","marginMode":"CROSS","currency":"USDT",\
                        "balances":[{"asset":"USDT","quantity":"5600"}],"positions":[\
                        {"instrument":"BTCUSDT","quantity":"4","entryPrice":"68000"},\
                        {"instrument":"ETHUSDT","quantity":"-4","entryPrice":"2500"}]}"""::formatted).collect(Collectors.joining("\n"));
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
