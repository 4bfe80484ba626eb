package io.plimsoll.service.packaged;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What clients asked, and what was acknowledged to them.
final class Ledger {

    private final Map<String, byte[]> asked = new ConcurrentHashMap<>();
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();

    void ask(String key, byte[] snapshot) {
        asked.put(key, snapshot);
    }

    void acknowledge(String key, String decision, byte[] answer) {
        acknowledged.put(key, new Acknowledged(decision, new String(answer, StandardCharsets.UTF_8)));
    }

    /// All requests, by key.
    Map<String, byte[]> asked() {
        return asked;
    }

    /// The requests that were answered, by key.
    Map<String, Acknowledged> acknowledged() {
        return acknowledged;
    }

    /// @param decision its id
    /// @param answer the whole of it
    record Acknowledged(String decision, String answer) {}
}
