package io.plimsoll.model.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Any folder can be compared, and nothing in it passes unseen.
class ConformanceTest {

    private static final String RIGHT = """
            [{"id": "right", "system": "dYdX v4-chain", "fn": "risk_cmp", "expected": {"cmp": -1},
              "inputs": {"a": {"nc": 100, "mmr": "50"}, "b": {"nc": 1e2, "mmr": 100.0}}}]
            """;

    @TempDir
    private Path folder;

    @Test
    void aRightFigurePasses() throws IOException {
        ConformanceTable table = table(RIGHT);

        assertThat(table.wrong()).isEmpty();
        assertThat(table.sum()).isEqualTo(new ConformanceTable.Count(1, 1));
        assertThat(table.text()).contains("risk_cmp").contains("1/1").doesNotContain("Left out");
        assertThat(Conformance.run(folder.toString())).isZero();
    }

    @Test
    void aWrongFigureIsNoticed() throws IOException {
        ConformanceTable table = table(RIGHT.replace("-1", "0").replace("\"inputs\"", """
                "tolerance": {"abs": 0.999999}, "inputs\""""));

        assertThat(table.wrong()).containsExactly("margin/figures.json, right: cmp is -1, but should be 0");
        assertThat(table.sum()).isEqualTo(new ConformanceTable.Count(0, 1));
        assertThat(Conformance.run(folder.toString())).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"cmp\": true}|cmp is -1",
                "{\"cmp\": \"minus one\"}|cmp is -1",
                "{\"cmp\": [-1]}|cmp is -1",
                "{\"other\": 1}|other is missing",
                "{}|expects nothing",
                "{\"error\": \"ErrNone\"}|should be refused (ErrNone)",
                "-1|value is missing",
            })
    void figuresOfAnotherKindAreWrong(String expected, String message) throws IOException {
        assertThat(table(RIGHT.replace("{\"cmp\": -1}", expected)).wrong())
                .singleElement()
                .asString()
                .contains("right: ")
                .contains(message);
    }

    @Test
    void inputsThatMustBeRefusedAre() throws IOException {
        ConformanceTable table = table("""
                [{"id": "nobody", "system": "Drift protocol-v2", "fn": "bankruptcy_funding_rate_delta",
                  "inputs": {"loss": -1, "base_asset_amount_long": 0, "base_asset_amount_short": 0},
                  "expected": {"error": "CantResolvePerpBankruptcy"}},
                 {"id": "lacking", "system": "Drift protocol-v2", "fn": "bankruptcy_funding_rate_delta",
                  "inputs": {"loss": -1}, "expected": {"error": "CantResolvePerpBankruptcy"}}]
                """);

        assertThat(table.wrong()).singleElement().asString().contains("lacking").contains("base_asset_amount_long");
    }

    @Test
    void unknownFunctionsAndSlipsAreLeftOutWithTheirReasons() throws IOException {
        ConformanceTable table = table("""
                [{"id": "a", "system": "dYdX v4-chain", "fn": "fly", "inputs": {}, "expected": {"height": 1}},
                 {"id": "b", "system": "Mars", "fn": "risk_cmp", "inputs": {}, "expected": 1},
                 {"id": "c", "system": "dYdX v4-chain", "fn": "risk_cmp", "inputs": {}, "expected": {"cmp": 7},
                  "known_unreproducible": "a misprint"}]
                """);

        assertThat(table.wrong()).isEmpty();
        assertThat(table.leftOutCount()).isEqualTo(3);
        assertThat(table.text()).contains("no function (fly)", "Mars", "a slip of its source: a misprint");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"fn\": \"risk_cmp\"}]|a vector without an id: has no \"id\"",
                "[{\"id\": \"x\", \"system\": \"S\", \"fn\": \"f\", \"inputs\": {}}]|x: has no \"expected\"",
                "[{\"id\": \"x\", \"system\": \"S\", \"fn\": \"f\", \"inputs\": 1, \"expected\": 1}]|x: its inputs",
                "[{\"id\": \"x\", \"fn\": \"f\", \"inputs\": {}, \"expected\": 1}]|x: names no system",
                "[7]|has no \"id\"",
                "[{]|is not JSON",
            })
    void whatCantBeReadIsNamed(String text, String message) throws IOException {
        assertThat(table(text).wrong())
                .singleElement()
                .asString()
                .startsWith("margin/figures.json")
                .contains(message);
        assertThat(Conformance.run(folder.toString())).isEqualTo(1);
    }

    @Test
    void theSuiteOfAFileIsTheSystemOfItsVectors() throws IOException {
        assertThat(table("""
                {"suite": "freqtrade", "vectors": [{"id": "x", "fn": "funding_fee", "expected": {"funding_fee": -6},
                  "inputs": {"amount": 2, "mark_price": "3", "funding_rate": 1, "side": "long"}}]}
                """).sum()).isEqualTo(new ConformanceTable.Count(1, 1));
    }

    @Test
    void aFolderThatIsNotThereOrEmptyIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorFolder.read(folder.resolve("none")))
                .withMessageContaining("There is no folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorFolder.read(folder))
                .withMessageContaining("There are no vectors");
        assertThat(Conformance.run(folder.toString())).isEqualTo(2);
        assertThat(Conformance.run()).isEqualTo(2);
    }

    private ConformanceTable table(String text) throws IOException {
        Path file = folder.resolve("margin").resolve("figures.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return ConformanceTable.of(VectorFolder.read(folder));
    }
}
