package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.service.packaged.Versions.Went;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/// Makes one version after another live at the rule desk, or an earlier one again, and goes on with the same
/// change after a kill.
final class Publisher implements Runnable {

    static final ObjectMapper JSON = new ObjectMapper();

    static final String DESK = "/v1/rulesets/desk-walks";

    private final ServiceProcess service;
    private final Versions versions;
    private final AtomicBoolean stopped;
    private final Random random;

    Publisher(ServiceProcess service, Versions versions, AtomicBoolean stopped, long seed) {
        this.service = service;
        this.versions = versions;
        this.stopped = stopped;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            boolean answered = true;
            while (answered && !stopped.get()) {
                answered = step();
            }
        } catch (IOException e) {
            // The service was killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether it is known what became of it
    private boolean step() throws IOException, InterruptedException {
        Optional<String> change = versions.change();
        if (change.isPresent()) {
            return goOn(change.get());
        }
        Optional<String> earlier = random.nextInt(3) == 0 ? versions.earlier(random) : Optional.empty();
        if (earlier.isPresent()) {
            return makeLive(
                    new Went(earlier.get(), Optional.empty()),
                    "/rollback",
                    Map.of("to", earlier.get(), "reason", "to see what a kill does"));
        }
        JsonNode begun = json(send("ada", "POST", "/changes", Map.of("title", "edited until killed")));
        versions.workOn(begun.path("id").textValue());
        return true;
    }

    private boolean goOn(String id) throws IOException, InterruptedException {
        String path = "/changes/" + id;
        JsonNode change = json(service.get(DESK + path));
        switch (change.path("state").asText()) {
            case "DRAFT" -> draft(path, change.path("revision").intValue());
            case "CHECKED" -> send("ada", "POST", path + "/submit", Map.of());
            case "IN_REVIEW" ->
                send(
                        "ben",
                        "POST",
                        path + "/approve",
                        Map.of(
                                "content", change.path("content").asText(),
                                "impact", change.path("review").path("impact").asText(),
                                "base", change.path("base").asText()));
            case "APPROVED" -> {
                return makeLive(
                        new Went(change.path("content").asText(), Optional.of(id)), path + "/publish", Map.of());
            }
            default -> versions.workOn(null);
        }
        return true;
    }

    /// The first revision holds the files of what is live: it is edited, the second is checked.
    private void draft(String path, int revision) throws IOException, InterruptedException {
        if (revision == 1) {
            service.send(
                    "PUT",
                    DESK + path + "/files/README.md",
                    "text/plain;charset=UTF-8",
                    ("# Edited\n\n" + UUID.randomUUID() + "\n").getBytes(UTF_8),
                    "Plimsoll-Person",
                    "ada",
                    "If-Match",
                    "\"1\"");
        } else {
            send("ada", "POST", path + "/check", Map.of());
        }
    }

    private boolean makeLive(Went went, String path, Map<String, String> body)
            throws IOException, InterruptedException {
        versions.ask(went);
        int status = send("ada", "POST", path, body).statusCode();
        if (status == 200) {
            versions.acknowledge();
        } else if (status < 500) {
            versions.refuse();
            versions.workOn(null);
        }
        return status < 500;
    }

    private HttpResponse<byte[]> send(String person, String method, String path, Map<String, String> body)
            throws IOException, InterruptedException {
        return service.send(method, DESK + path, Client.JSON, JSON.writeValueAsBytes(body), "Plimsoll-Person", person);
    }

    static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
