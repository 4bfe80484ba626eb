package io.plimsoll.service.rulesets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.service.RawHttp;
import io.plimsoll.service.evaluation.Examples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Requests from several threads, for as long as it is open, and what the answers said.
final class Load implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Set<String>> limits = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    private Load() {}

    static Load start(int port, int threads) {
        Load load = new Load();
        for (int i = 0; i < threads; i++) {
            load.threads.add(Thread.ofPlatform().start(() -> load.run(port)));
        }
        return load;
    }

    private void run(int port) {
        byte[] body = Examples.request("margin-call");
        try (RawHttp http = new RawHttp(port)) {
            while (open) {
                http.post("/v1/evaluations?explain=true", "application/json", "Content-Length: " + body.length)
                        .send(body);
                note(http.response());
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            failure.compareAndSet(null, e);
        }
    }

    private void note(RawHttp.Response response) throws IOException {
        JsonNode decision = JSON.readTree(response.text());
        String digest = decision.path("ruleSet").path("version").textValue();
        if (response.status() != 200 || !digest.equals(response.headers().get("plimsoll-rule-set"))) {
            throw new AssertionError("unexpected: " + response);
        }
        Set<String> seen = limits.computeIfAbsent(digest, any -> new ConcurrentSkipListSet<>());
        for (JsonNode threshold : decision.path("thresholds")) {
            if (threshold.path("kind").asText().equals("MARGIN_CALL")
                    && threshold.path("metric").asText().equals("MARGIN_RATIO")) {
                seen.add(threshold.path("limit").textValue());
            }
        }
        for (JsonNode action : decision.path("actions")) {
            seen.add(action.path("breaches").path(0).path("limit").textValue());
            if (!action.path("ruleSetVersion").textValue().equals(digest)) {
                throw new AssertionError("two versions in one answer: " + response);
            }
        }
        answers.incrementAndGet();
    }

    /// How many answers there were. Fails if one was not as it should be.
    long answers() {
        Throwable first = failure.get();
        if (first != null) {
            throw new AssertionError(first);
        }
        return answers.get();
    }

    Set<String> digests() {
        return limits.keySet();
    }

    /// The limits that answers named, by the version that they named.
    Map<String, Set<String>> limits() {
        return limits;
    }

    @Override
    public void close() {
        open = false;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answers();
    }
}
