package io.plimsoll.rules.document.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.rules.document.json.Problems;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// Every bad document is refused with the place, what is wrong there, and what to do about it.
final class BadDocumentsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "bad-documents.txt",
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nothing is null",
            emptyValue = "",
            useHeadersInDisplayName = false,
            numLinesToSkip = 2)
    void isRefusedWithPlaceAndRemedy(String name, String replaced, String by, String pointer, String says) {
        String replacement = by == null ? "" : by;
        String text = replaced.equals("*") ? replacement : GoodDocument.with(replaced, replacement);

        List<DocumentProblem> problems = problemsOf(text);

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().toString()).contains(says);
        assertThat(problems.getFirst().pointer()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(problems.getFirst().remedy()).matches("Maybe .+\\.");
        assertThat(problems.getFirst().detail())
                .doesNotContainPattern("\\p{Cntrl}")
                .endsWith(".");
    }

    @Test
    void everythingWrongWithTheFormIsReportedAtOnce() {
        String text = GoodDocument.text()
                .replace("\"A-1\"", "\"A 1\"")
                .replace("\"quantity\": 2", "\"quantity\": true")
                .replace("\"price\": \"7900\",", "")
                .replace("\"0.05\"", "\"5%\", \"rate\": {}");

        assertThat(problemsOf(text))
                .extracting(DocumentProblem::pointer)
                .containsExactly(
                        "/account/id",
                        "/account/positions/1/quantity",
                        "/collateral/0/haircut",
                        "/collateral/0/rate",
                        "/marks/1/price");
    }

    @Test
    void everyImpossibleFactIsReportedAtOnce() {
        String text = GoodDocument.text()
                .replace("\"quantity\": 2", "\"quantity\": 0")
                .replace("\"price\": \"7900\"", "\"price\": \"-1\"")
                .replace("\"0.05\"", "\"5\"");

        assertThat(problemsOf(text))
                .extracting(DocumentProblem::pointer)
                .containsExactly("/collateral/0/haircut", "/marks/1/price", "/account/positions/1/quantity");
    }

    @Test
    void everythingMissingIsReportedAtOnceInThePlaceWhereItIsNeeded() {
        String text = GoodDocument.text().replaceAll("(?s)\"marks\": \\[.*?\\]", "\"marks\": []");

        assertThat(problemsOf(text))
                .extracting(DocumentProblem::pointer)
                .containsExactlyInAnyOrder(
                        "/account/positions/0",
                        "/account/positions/1",
                        "/account/balances/1",
                        "/account/targets/0",
                        "/account/targets/1");
    }

    @Test
    void deepNestingIsRefusedWithoutFollowingIt() {
        String deep = "[".repeat(10_000);

        assertThat(problemsOf(GoodDocument.with("\"retail\"", deep))).anySatisfy(problem -> {
            assertThat(problem.pointer()).isEqualTo("/account/segment");
            assertThat(problem.detail()).isEqualTo("segment is nested deeper than 32 levels.");
        });
        assertThat(problemsOf(deep))
                .anySatisfy(problem ->
                        assertThat(problem.detail()).isEqualTo("The document is nested deeper than 32 levels."));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a byte of another encoding, 41 E9 42",
        "a character in more bytes than it needs, C0 80",
        "half a character encoded by itself, ED A0 80",
        "a byte that never occurs, FF",
    })
    void textThatIsNotUtf8IsRefused(String name, String hex) {
        byte[] stray = new byte[hex.length() / 3 + 1];
        for (int i = 0; i < stray.length; i++) {
            stray[i] = (byte) Integer.parseInt(hex.substring(3 * i, 3 * i + 2), 16);
        }
        String marked = GoodDocument.with("retail", new String(stray, StandardCharsets.ISO_8859_1));

        assertThat(problemsOf(marked.getBytes(StandardCharsets.ISO_8859_1)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).startsWith("The document is not UTF-8: byte 8"));
    }

    @Test
    void otherEncodingsAndByteOrderMarksAreRefused() {
        assertThat(problemsOf(GoodDocument.text().getBytes(StandardCharsets.UTF_16)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("not UTF-8"));
        assertThat(problemsOf(GoodDocument.text().getBytes(StandardCharsets.UTF_16LE)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("is not JSON"));
        assertThat(problemsOf("\uFEFF" + GoodDocument.text()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("byte order mark (EF BB BF)"));
    }

    @Test
    void aDocumentBeyondTheLimitIsRefusedUnread() throws Exception {
        byte[] large = " ".repeat(JsonDocuments.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[10 << 20]);

        assertThat(problemsOf(large).getFirst().detail())
                .isEqualTo("The document is too large (more than 4,194,304 bytes).");
        assertThat(catchThrowableOfType(InvalidDocumentException.class, () -> SnapshotReader.read(endless)))
                .hasMessageContaining("too large");
        assertThat(endless.available()).isEqualTo((10 << 20) - JsonDocuments.MAX_BYTES - 1);
    }

    @Test
    void longStringsAndNamesAreRefused() {
        assertThat(problemsOf(GoodDocument.with("retail", "x".repeat(70_000))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.pointer()).isEqualTo("/account/segment");
                    assertThat(problem.detail()).contains("65,536");
                });
        assertThat(problemsOf(GoodDocument.with("\"segment\"", "\"" + "s".repeat(100_000) + "\"")))
                .anySatisfy(problem -> assertThat(problem.detail()).contains("a name of more than 256"));
    }

    @Test
    void aHostileDocumentDoesNotDrownTheReader() {
        String manyUnknown = "{" + "\"x\": 1, ".repeat(100_000) + "\"y\": 1}";
        String manyEntries = GoodDocument.with("\"targets\": [", "\"targets\": [" + "1, ".repeat(20_000));

        String manyMissing = GoodDocument.with(
                "{\"asset\": \"BTC\", \"quantity\": \"0.5\"}",
                IntStream.range(0, 9_000)
                        .mapToObj("{\"asset\": \"X%d\", \"quantity\": 1}"::formatted)
                        .collect(Collectors.joining(", ")));

        assertThat(problemsOf(manyMissing)).hasSize(Problems.MAX_PROBLEMS);
        assertThat(problemsOf(manyUnknown)).hasSize(Problems.MAX_PROBLEMS);
        assertThat(problemsOf(manyEntries)).hasSize(Problems.MAX_PROBLEMS);
    }

    @Test
    void tooManyEntriesAreRefusedByTheirNumber() {
        String entry = "{\"instrument\": \"X\", \"weight\": 0}, ";
        String text = GoodDocument.with("\"targets\": [", "\"targets\": [" + entry.repeat(10_000));

        assertThat(problemsOf(text)).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/account/targets");
            assertThat(problem.detail()).isEqualTo("targets has too many entries (10002).");
        });
    }

    private static List<DocumentProblem> problemsOf(String text) {
        return problemsOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<DocumentProblem> problemsOf(byte[] text) {
        InvalidDocumentException refusal =
                catchThrowableOfType(InvalidDocumentException.class, () -> SnapshotReader.read(text));
        assertThat(refusal).as("should be refused").isNotNull();
        return refusal.problems();
    }
}
