package io.plimsoll.service.live.webhook;

import static io.plimsoll.service.book.BookClient.account;
import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.instrument;
import static io.plimsoll.service.book.BookClient.json;
import static io.plimsoll.service.book.BookClient.marks;
import static io.plimsoll.service.book.BookClient.position;
import static io.plimsoll.service.book.BookClient.put;
import static io.plimsoll.service.book.BookClient.send;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.service.book.BookClient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/// An account of the live book that is called and cured by its mark, over and over: each is one change of an
/// action.
final class CalledAccount {

    private final String name = "hook-" + UUID.randomUUID();
    private Instant time = Instant.now().minusSeconds(60);

    static CalledAccount create() {
        CalledAccount account = new CalledAccount();
        put("/v1/instruments/" + account.name, instrument(account.name));
        account.mark("100");
        put("/v1/accounts/" + account.name, account(account.name, "1", List.of(position(account.name, "1"))));
        Awaitility.await().until(() -> json(get("/v1/live")).path("accounts").intValue() > 0);
        return account;
    }

    /// Brings about as many changes, of which every other one is a call.
    void change(int times) {
        for (int i = 0; i < times; i++) {
            boolean isCalled = isCalled();
            mark(isCalled ? "100" : "99.55");
            Awaitility.await().until(() -> isCalled() != isCalled);
        }
    }

    private boolean isCalled() {
        JsonNode open = json(get("/v1/actions?state=OPEN&account=" + name)).path("actions");
        return !open.isEmpty();
    }

    private void mark(String price) {
        time = time.plusMillis(1);
        send("/v1/marks", marks(BookClient.mark(name, price, time.toString(), "test")));
    }

    /// Whether something became of an action of this account.
    boolean isIn(Receiver.Received request) {
        return request.body().contains("\"account\":\"%s\"".formatted(name));
    }
}
