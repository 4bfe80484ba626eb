package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.service.evaluation.Examples;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/// Asks one question after the other, each with a key of its own, and keeps a ledger.
final class Client implements Runnable {

    static final String JSON = "application/json";

    private static final String SNAPSHOT = new String(Examples.request("margin-call"), UTF_8);

    private final ServiceProcess service;
    private final Ledger ledger;
    private final AtomicBoolean stopped;

    Client(ServiceProcess service, Ledger ledger, AtomicBoolean stopped) {
        this.service = service;
        this.ledger = ledger;
        this.stopped = stopped;
    }

    @Override
    public void run() {
        try {
            while (!stopped.get()) {
                String key = UUID.randomUUID().toString();
                byte[] snapshot = snapshot(key);
                ledger.ask(key, snapshot);
                HttpResponse<byte[]> answer = ask(service, key, snapshot);
                if (answer.statusCode() == 200) {
                    ledger.acknowledge(
                            key,
                            answer.headers().firstValue("Plimsoll-Decision").orElseThrow(),
                            answer.body());
                }
            }
        } catch (IOException e) {
            // The service was killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static HttpResponse<byte[]> ask(ServiceProcess service, String key, byte[] snapshot)
            throws IOException, InterruptedException {
        return service.post("/v1/evaluations", JSON, snapshot, "Idempotency-Key", key);
    }

    /// A snapshot of an account of this name.
    static byte[] snapshot(String account) {
        return SNAPSHOT.replace("client-2", account).getBytes(UTF_8);
    }
}
