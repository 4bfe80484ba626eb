package io.plimsoll.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Which versions were made live, as far as those know who asked for it: one after another, so that at most
/// one request is without an answer.
final class Versions {

    private static final String HISTORY = Publisher.DESK + "/history?limit=200&before=";

    private final Lock lock = new ReentrantLock();
    private final List<Went> acknowledged = new ArrayList<>();
    private @Nullable Went asked;
    private @Nullable String change;
    private long askedAt;
    private int lastMillis;
    private int requests;
    private int unanswered;

    /// @param change where it came from; empty for a way back
    record Went(String digest, Optional<String> change) {}

    /// The change that is worked on; empty if there is none.
    Optional<String> change() {
        return locked(() -> Optional.ofNullable(change));
    }

    void workOn(@Nullable String id) {
        locked(() -> change = id);
    }

    /// Notes that a version is asked to be made live.
    void ask(Went went) {
        locked(() -> {
            asked = went;
            askedAt = System.nanoTime();
            return requests++;
        });
    }

    /// How often one was asked to be made live.
    int requests() {
        return locked(() -> requests);
    }

    /// Notes that it was.
    void acknowledge() {
        locked(() -> {
            lastMillis = (int) Duration.ofNanos(System.nanoTime() - askedAt).toMillis();
            return acknowledged.add(Objects.requireNonNull(asked));
        });
        refuse();
    }

    /// Notes that it was not, and will not be.
    void refuse() {
        locked(() -> asked = null);
    }

    /// A version that was live before, but for the last.
    Optional<String> earlier(Random random) {
        return locked(() -> {
            List<String> digests =
                    acknowledged.stream().map(Went::digest).distinct().toList();
            String last = acknowledged.isEmpty() ? "" : acknowledged.getLast().digest();
            List<String> others =
                    digests.stream().filter(digest -> !digest.equals(last)).toList();
            return others.isEmpty() ? Optional.empty() : Optional.of(others.get(random.nextInt(others.size())));
        });
    }

    /// How many were made live, and how many of these without an answer.
    String figures() {
        return locked(() -> "%d times asked for a version to be live, %d times it was, %d of them unanswered"
                .formatted(requests, acknowledged.size(), unanswered));
    }

    /// How long it took the last time, in milliseconds.
    int lastMillis() {
        return locked(() -> lastMillis);
    }

    int count() {
        return locked(acknowledged::size);
    }

    /// Holds a service that has just started against what is known: its line of versions is what was
    /// acknowledged, in order, each once; and at its end what was asked for and not answered, or not.
    void holdAgainst(ServiceProcess service) throws IOException, InterruptedException {
        List<JsonNode> line = history(service);
        List<Went> went = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            assertThat(line.get(i).get("sequence").longValue()).as("no gap").isEqualTo(i + 1L);
            if (i > 0) {
                went.add(new Went(
                        line.get(i).get("digest").asText(),
                        Optional.ofNullable(line.get(i).get("change")).map(JsonNode::asText)));
            }
        }
        lock.lock();
        try {
            if (asked != null && went.size() == acknowledged.size() + 1) {
                acknowledged.add(asked);
                unanswered++;
            }
            asked = null;
            assertThat(went).isEqualTo(acknowledged);
        } finally {
            lock.unlock();
        }
        String digest = line.getLast().get("digest").asText();
        assertThat(Publisher.json(service.get("/v1/rulesets/live"))
                        .get("digest")
                        .asText())
                .isEqualTo(digest);
        assertThat(service.get(Publisher.DESK + "/versions/" + digest).statusCode())
                .as("its files are there")
                .isEqualTo(200);
    }

    /// The line as the record tells it: the same.
    void holdAgainst(String export) throws IOException {
        List<String> digests = new ArrayList<>();
        for (String line : export.lines()
                .filter(each -> each.contains("\"kind\":\"activation\""))
                .toList()) {
            JsonNode body = Publisher.JSON.readTree(line).path("entry").path("body");
            digests.add(body.get("digest").asText());
            assertThat(body.get("sequence").longValue()).isEqualTo(digests.size());
        }
        assertThat(digests.subList(1, digests.size()))
                .isEqualTo(locked(() -> acknowledged.stream().map(Went::digest).toList()));
    }

    /// All activations, the oldest first.
    private static List<JsonNode> history(ServiceProcess service) throws IOException, InterruptedException {
        List<JsonNode> line = new ArrayList<>();
        long before = Long.MAX_VALUE / 10;
        while (before > 1) {
            JsonNode page = Publisher.json(service.get(HISTORY + before)).get("activations");
            assertThat(page).isNotEmpty();
            page.forEach(line::add);
            before = line.getLast().get("sequence").longValue();
        }
        return line.reversed();
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
