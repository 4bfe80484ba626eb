package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The live book is killed with `kill -9` just after marks that cross thresholds or clear them again: no
/// breach is acted on twice, none goes unnoticed, and what was stopped stays so. `-Dplimsoll.live.kills=100`
/// kills it more often, `-Dplimsoll.seed=7` at other moments.
final class LiveKillIT {

    private static final int KILLS = Integer.getInteger("plimsoll.live.kills", 1);
    private static final long SEED = Long.getLong("plimsoll.seed", 1);
    private static final int ACCOUNTS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAFE = "100";
    private static final String CALLED = "90.5";
    private static final String KILL = "{\"scope\":{\"type\":\"ACTION\",\"id\":\"rebalance\"},\"reason\":\"a drill\"}";

    private final Random random = new Random(SEED);
    private final boolean[] isCalled = new boolean[ACCOUNTS];
    private Instant time = Instant.now().minusSeconds(86_400);

    @TempDir
    Path data;

    @Test
    void noBreachIsActedOnTwiceAndNoneGoesUnnoticed() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(data)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                put(service, "/v1/instruments/I" + i, """
                        {"id": "I%d", "type": "LINEAR_PERPETUAL", "instrumentClass": "major", "currency": "USDT",
                         "multiplier": "1", "lotSize": "0.001",
                         "tiers": [{"floor": "0", "maintenanceRate": "0.005", "maxLeverage": "100"}]}
                        """.formatted(i));
                put(service, "/v1/accounts/a%d".formatted(i), """
                        {"id": "a%d", "segment": "retail", "marginMode": "CROSS", "currency": "USDT",
                         "balances": [{"asset": "USDT", "quantity": "10"}],
                         "positions": [{"instrument": "I%d", "quantity": "1", "entryPrice": "100"}]}
                        """.formatted(i, i));
                mark(service, i, false);
            }
            isAsItShould(service);
            HttpResponse<byte[]> stopped = service.send(
                    "POST", "/v1/kill", "application/json", KILL.getBytes(UTF_8), "Plimsoll-Person", "ola");
            assertThat(stopped.statusCode()).isEqualTo(200);
            service.kill();
        }
        for (int kill = 0; kill < KILLS; kill++) {
            ServiceProcess service = ServiceProcess.start(data);
            try {
                isStillStopped(service);
                isAsItShould(service);
                for (int i = 0; i < 2 * ACCOUNTS; i++) {
                    mark(service, random.nextInt(ACCOUNTS), random.nextBoolean());
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
            } finally {
                service.kill();
            }
        }
        try (ServiceProcess service = ServiceProcess.start(data)) {
            isStillStopped(service);
            isAsItShould(service);
            List<JsonNode> actions = actions(service);
            assertThat(actions).as("seed %d", SEED).isNotEmpty();
            System.out.printf("%d kills, seed %d: %d calls, none doubled, none lost.%n", KILLS, SEED, actions.size());
        }
    }

    private static void isStillStopped(ServiceProcess service) throws IOException, InterruptedException {
        JsonNode kills = JSON.readTree(service.get("/v1/kill").body()).path("kills");
        assertThat(kills).hasSize(1);
        assertThat(kills.at("/0/scope/id").asText()).isEqualTo("rebalance");
    }

    /// Whoever is called by its mark has one open call, in an episode of its own, and nobody else has one.
    private void isAsItShould(ServiceProcess service) {
        Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
            Map<String, Integer> open = new HashMap<>();
            Set<String> episodes = new HashSet<>();
            for (JsonNode action : actions(service)) {
                assertThat(action.path("action").path("type").asText()).isEqualTo("marginCall");
                assertThat(action.path("attempt").intValue()).isEqualTo(1);
                assertThat(episodes.add(action.path("episode").asText()))
                        .as("seed %d", SEED)
                        .isTrue();
                String state = action.path("state").asText();
                assertThat(state).isIn("OPEN", "CURED");
                if (state.equals("OPEN")) {
                    open.merge(action.path("account").asText(), 1, Integer::sum);
                }
            }
            Map<String, Integer> expected = new HashMap<>();
            for (int i = 0; i < ACCOUNTS; i++) {
                if (isCalled[i]) {
                    expected.put("a" + i, 1);
                }
            }
            assertThat(open).as("seed %d", SEED).isEqualTo(expected);
        });
    }

    private static List<JsonNode> actions(ServiceProcess service) throws IOException, InterruptedException {
        List<JsonNode> actions = new ArrayList<>();
        long after = 0;
        JsonNode page;
        do {
            page = JSON.readTree(
                    service.get("/v1/actions?limit=1000&after=" + after).body());
            page.path("actions").forEach(actions::add);
            after = page.path("next").asLong();
        } while (page.has("next"));
        return actions;
    }

    private void mark(ServiceProcess service, int account, boolean toBeCalled)
            throws IOException, InterruptedException {
        time = time.plusSeconds(1);
        HttpResponse<byte[]> answer = service.post(
                "/v1/marks",
                "application/json",
                "{\"marks\": [{\"id\": \"I%d\", \"price\": \"%s\", \"time\": \"%s\", \"source\": \"test\"}]}"
                        .formatted(account, toBeCalled ? CALLED : SAFE, time)
                        .getBytes(UTF_8));
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        isCalled[account] = toBeCalled;
    }

    private static void put(ServiceProcess service, String path, String document)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                service.send("PUT", path, "application/json", document.getBytes(UTF_8), "Plimsoll-Person", "ola");
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(201);
    }
}
