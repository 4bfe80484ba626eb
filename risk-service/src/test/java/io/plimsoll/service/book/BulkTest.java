package io.plimsoll.service.book;

import static io.plimsoll.service.book.BookClient.account;
import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.put;
import static io.plimsoll.service.book.BookClient.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.service.RawHttp;
import io.plimsoll.service.problem.ProblemAssert;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// Accounts stream in and their revisions stream out, line by line.
@QuarkusTest
final class BulkTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void answersALineOnceItIsKeptAndBeforeTheNextIsSent() throws IOException {
        try (RawHttp http = open()) {
            http.chunk(text(account("bulk-a", "1")) + "\n");
            assertThat(http.head().status()).isEqualTo(200);
            JsonNode first = BookClient.JSON.readTree(new String(http.readChunk(), UTF_8));
            Response read = get("/v1/accounts/bulk-a");
            assertThat(read.header("ETag"))
                    .isEqualTo("\"" + first.at("/account/revision").asLong() + "\"");

            http.chunk(text(account("bulk-b", "1")) + "\n");
            JsonNode second = BookClient.JSON.readTree(new String(http.readChunk(), UTF_8));
            assertThat(second.path("line").intValue()).isEqualTo(2);
            assertThat(second.at("/account/id").asText()).isEqualTo("bulk-b");

            http.lastChunk();
            assertThat(http.readChunk()).isEmpty();
        }
    }

    @Test
    void aBadLineIsAnsweredByAProblemInItsPlaceAndTheRestGoesOn() throws IOException {
        put("/v1/accounts/bulk-there", account("bulk-there", "1"));

        List<JsonNode> answers = load(text(account("bulk-there", "2")) + "\n\n{bad\r\n"
                + text(account("bulk-there", "3")) + "\n" + text(account("bulk bad", "1")) + "\n"
                + text(account("bulk-c", "1")));

        assertThat(answers).extracting(answer -> answer.path("line").intValue()).containsExactly(1, 3, 4, 5, 6);
        assertThat(answers)
                .extracting(answer -> answer.at("/account/id").asText())
                .containsExactly("bulk-there", "", "bulk-there", "", "bulk-c");
        ProblemAssert.assertShape(answers.get(1).path("problem"));
        ProblemAssert.assertShape(answers.get(3).path("problem"));
        assertThat(answers.get(3).findValuesAsText("pointer")).containsExactly("/id");
        Response read = get("/v1/accounts/bulk-there");
        assertThat(read.asString()).contains("\"quantity\":\"3\"");
        assertThat(read.header("ETag"))
                .isEqualTo("\"" + answers.get(2).at("/account/revision").asLong() + "\"");
    }

    @Test
    void manyWhoLoadTheSameInDifferentOrdersAreAllAnswered() throws Exception {
        int accounts = 200;
        int loaders = 4;
        try (ExecutorService threads = Executors.newFixedThreadPool(loaders)) {
            List<Callable<List<JsonNode>>> work = IntStream.range(0, loaders)
                    .<Callable<List<JsonNode>>>mapToObj(loader -> () -> load(IntStream.range(0, accounts)
                            .map(i -> loader % 2 == 0 ? i : accounts - 1 - i)
                            .mapToObj(i -> text(account("bulk-race-" + i, Integer.toString(loader))))
                            .reduce("", (all, line) -> all + line + "\n")))
                    .toList();
            List<Long> revisions = new ArrayList<>();
            for (Future<List<JsonNode>> each : threads.invokeAll(work)) {
                List<JsonNode> answers = each.get();
                assertThat(answers)
                        .extracting(answer -> answer.path("line").longValue())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, accounts).boxed().toList());
                answers.forEach(
                        answer -> revisions.add(answer.at("/account/revision").asLong()));
            }
            assertThat(revisions).doesNotContain(0L).doesNotHaveDuplicates();
        }
    }

    private RawHttp open() throws IOException {
        return new RawHttp(port).post("/v1/accounts/bulk", "application/x-ndjson", "Transfer-Encoding: chunked");
    }

    private List<JsonNode> load(String lines) throws IOException {
        try (RawHttp http = open()) {
            http.chunk(lines).lastChunk();
            RawHttp.Response response = http.response();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.mediaType()).isEqualTo("application/x-ndjson");
            List<JsonNode> answers = new ArrayList<>();
            for (String line : response.text().lines().toList()) {
                answers.add(BookClient.JSON.readTree(line));
            }
            return answers;
        }
    }
}
