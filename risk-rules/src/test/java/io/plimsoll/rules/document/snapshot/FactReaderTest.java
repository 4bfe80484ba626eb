package io.plimsoll.rules.document.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The parts of a snapshot are by themselves what they are in it.
final class FactReaderTest {

    @Test
    void readsWhatIsWrittenOfEachPartOfASnapshot() {
        LongStream.range(0, 200).mapToObj(RandomSnapshots::of).forEach(snapshot -> {
            assertSame(snapshot.account(), FactReader::account, FactWriter.document(snapshot.account()));
            snapshot.instruments().forEach(each -> assertSame(each, FactReader::instrument, FactWriter.document(each)));
            snapshot.collateral().forEach(each -> assertSame(each, FactReader::collateral, FactWriter.document(each)));
            snapshot.categories().forEach(each -> assertSame(each, FactReader::category, FactWriter.document(each)));
        });
    }

    @Test
    void readsMarksAndSignalsInTheirOrder() {
        Snapshot snapshot = SnapshotReader.read(GoodDocument.bytes());
        List<MarkDocument> marks =
                snapshot.marks().reversed().stream().map(FactWriter::document).toList();
        List<SignalDocument> signals =
                snapshot.signals().stream().map(FactWriter::document).toList();

        assertThat(FactReader.marks(JsonWriter.write(new MarksDocument(marks))))
                .isEqualTo(snapshot.marks().reversed());
        assertThat(FactReader.signals(JsonWriter.write(new SignalsDocument(signals))))
                .isEqualTo(snapshot.signals());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"instrument": "B TC", "quantity": "1", "entryPrice": "1"}  | /instrument
                    {"instrument": "BTC", "quantity": "0", "entryPrice": "1"}   | /quantity
                    {"instrument": "BTC", "quantity": "1"}                      | /entryPrice
                    """)
    void namesThePlaceInThePart(String position, String pointer) {
        assertThat(problems(position, FactReader::position)).containsExactly(pointer);
    }

    @Test
    void namesThePlaceInAnAccountByItself() {
        String account = JsonWriter.tree(FactWriter.document(
                        SnapshotReader.read(GoodDocument.bytes()).account()))
                .toString();
        String name = account.substring(account.indexOf("\"positions\":"));
        String broken = account.replace(name, name.replaceFirst("\"quantity\":\"[^\"]*\"", "\"quantity\":\"0\""));

        assertThat(problems(broken, FactReader::account)).containsExactly("/positions/0/quantity");
    }

    private static <F> void assertSame(F fact, Function<byte[], F> reader, Record document) {
        assertThat(reader.apply(JsonWriter.write(document))).isEqualTo(fact);
    }

    private static List<String> problems(String text, Function<byte[], ?> reader) {
        return catchThrowableOfType(
                        InvalidDocumentException.class, () -> reader.apply(text.getBytes(StandardCharsets.UTF_8)))
                .problems()
                .stream()
                .map(DocumentProblem::pointer)
                .toList();
    }
}
