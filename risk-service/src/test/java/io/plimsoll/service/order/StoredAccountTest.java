package io.plimsoll.service.order;

import static io.plimsoll.service.book.BookClient.account;
import static io.plimsoll.service.book.BookClient.instrument;
import static io.plimsoll.service.book.BookClient.mark;
import static io.plimsoll.service.book.BookClient.marks;
import static io.plimsoll.service.book.BookClient.ok;
import static io.plimsoll.service.book.BookClient.position;
import static io.plimsoll.service.book.BookClient.put;
import static io.plimsoll.service.book.BookClient.refused;
import static io.plimsoll.service.book.BookClient.request;
import static io.plimsoll.service.book.BookClient.send;
import static io.plimsoll.service.book.BookClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Orders of accounts of the book.
@QuarkusTest
final class StoredAccountTest {

    private static final String HELD = "stored-held";
    private static final String OTHER = "stored-other";
    private static final String ACCOUNT = "stored";

    private final String time =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(1).toString();

    @BeforeEach
    void anAccountOfTheBook() {
        put("/v1/instruments/" + HELD, instrument(HELD));
        put("/v1/instruments/" + OTHER, instrument(OTHER));
        send("/v1/marks", marks(mark(HELD, "100", time, "test"), mark(OTHER, "10", time, "test")));
        put("/v1/accounts/" + ACCOUNT, account(ACCOUNT, "50", List.of(position(HELD, "1"))));
    }

    @Test
    void isAnsweredAsIfItHadBeenGiven() {
        for (String instrument : List.of(HELD, OTHER)) {
            for (String quantity : List.of("0.5", "2", "1000")) {
                Map<String, Object> order = order(instrument, quantity);
                Response stored = ask(Map.of("account", ACCOUNT, "order", order));

                Response given = ask(Map.of("snapshot", snapshot(instrument), "order", order));

                assertThat(ok(200, stored).asString()).isEqualTo(ok(200, given).asString());
            }
        }
    }

    private Map<String, Object> snapshot(String traded) {
        boolean isHeld = traded.equals(HELD);
        return Map.of(
                "asOf",
                time,
                "account",
                account(ACCOUNT, "50", List.of(position(HELD, "1"))),
                "instruments",
                isHeld ? List.of(instrument(HELD)) : List.of(instrument(HELD), instrument(OTHER)),
                "marks",
                isHeld
                        ? List.of(mark(HELD, "100", time, "test"))
                        : List.of(mark(HELD, "100", time, "test"), mark(OTHER, "10", time, "test")));
    }

    @Test
    void whatIsNotInTheBookIsNamed() {
        refused(404, "not-found", ask(Map.of("account", "nobody", "order", order(HELD, "1"))));
        JsonNode problem =
                refused(422, "incomplete-book", ask(Map.of("account", ACCOUNT, "order", order("stored-nothing", "1"))));
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/order/instrument");
        assertThat(problem.path("detail").asText()).contains("stored-nothing", "Maybe PUT /v1/instruments/");
    }

    @Test
    void oneAccountIsAskedAbout() {
        Map<String, Object> order = order(HELD, "1");
        JsonNode both = refused(
                400, "invalid-document", ask(Map.of("account", ACCOUNT, "snapshot", snapshot(HELD), "order", order)));
        assertThat(both.at("/errors/0/pointer").asText()).isEqualTo("/account");
        JsonNode none = refused(400, "invalid-document", ask(Map.of("order", order)));
        assertThat(none.at("/errors/0/pointer").asText()).isEqualTo("/snapshot");
        assertThat(none.at("/errors/0/remedy").asText()).startsWith("Maybe");
    }

    private static Map<String, Object> order(String instrument, String quantity) {
        return Map.of("instrument", instrument, "side", "BUY", "quantity", quantity);
    }

    private static Response ask(Map<String, Object> question) {
        return request().body(text(question)).post("/v1/orders/check");
    }
}
