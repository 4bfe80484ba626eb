package io.plimsoll.model.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders of any layout are read, and what can't be is named.
class ConformanceFolderTest {

    private static final String COVER = """
            {"suite": "collateral", "vectors": [{"id": "cover", "fn": "drift_base_to_cover", "expected": "1111111111",
              "inputs": {"margin_shortage_1e6": "10000000", "margin_ratio_1e4": 1000, "liq_fee_1e6": 10000,
                         "if_fee_1e6": 0, "oracle_price_1e6": 100000000, "quote_price_1e6": 1000000}}]}
            """;
    private static final String TIERED = """
            [{"id": "tiered", "system": "derived (Binance tier data)", "fn": "tiered_isolated_liquidation_price",
              "inputs": {"symbol": "BTC/USDT:USDT", "side": "long", "amount": "1", "entry_price": "100",
                         "isolated_margin": "20"},
              "expected": {"bracket_at_entry": 1, "bracket_at_liquidation": 1, "liquidation_price": "100"},
              "tolerance": {"abs": 100}}]
            """;
    private static final String BRACKETS = """
            {"symbols": {"BTC/USDT:USDT": [["1", "0", "50000", "125", "0.004", "0"]]}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"one.json", "collateral/collateral.json", "a/b/c/collateral.json"})
    void filesMayLieAnywhereUnderTheFolder(String file) throws IOException {
        write(file, COVER);

        assertThat(table().sum()).isEqualTo(new ConformanceTable.Count(1, 1));
        assertThat(Conformance.run(folder.toString())).isZero();
    }

    @Test
    void suitesSideBySideAreReadTogetherAndEachOnItsOwn() throws IOException {
        write("margin/tiers.data.json", BRACKETS);
        write("margin/tiered.json", TIERED);
        write("collateral/collateral.json", COVER);

        assertThat(table().sum()).isEqualTo(new ConformanceTable.Count(2, 2));
        assertThat(ConformanceTable.of(VectorFolder.read(folder.resolve("margin")))
                        .sum())
                .isEqualTo(new ConformanceTable.Count(1, 1));
    }

    @Test
    void aFolderMayBeALink() throws IOException {
        write("real/collateral.json", COVER);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

        assertThat(ConformanceTable.of(VectorFolder.read(link)).sum()).isEqualTo(new ConformanceTable.Count(1, 1));
    }

    @Test
    void missingBracketsAreNamed() throws IOException {
        write("tiered.json", TIERED);

        assertThat(table().wrong())
                .singleElement()
                .asString()
                .startsWith("tiered.json, tiered: can't be computed: There are no margin brackets of (BTC/USDT:USDT).")
                .contains("binance_leverage_tiers.data.json");
        assertThat(Conformance.run(folder.toString())).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|bad.json: is empty.",
                "'  '|bad.json: is empty.",
                "id,fn|bad.json: is not JSON (line 1): Unrecognized token 'id'",
                "[] []|bad.json: is not JSON (line 1): Trailing token",
                "{\"suite\": \"collateral\", \"vectors\": \"none\"}|bad.json: its \"vectors\" are no list.",
            })
    void oneFileThatCantBeReadLeavesTheOthersToBeCompared(String text, String fault) throws IOException {
        write("bad.json", text);
        write("good.json", COVER);

        ConformanceTable table = table();

        assertThat(table.wrong()).singleElement().asString().startsWith(fault);
        assertThat(table.sum()).isEqualTo(new ConformanceTable.Count(1, 1));
        assertThat(Conformance.run(folder.toString())).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\"10000000\"", "10000000", "1e7", "10000000.0", "\"1E+7\""})
    void numbersMayBeWrittenInAnyWay(String shortage) throws IOException {
        write("collateral.json", COVER.replace("\"10000000\"", shortage).replace("\"1111111111\"", "1111111111.0"));

        assertThat(table().wrong()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"null", "\"\"", "\"ten\"", "true", "[]", "NaN"})
    void whatIsNoNumberIsNamedAsTheVectorCallsIt(String shortage) throws IOException {
        write("collateral.json", COVER.replace("\"10000000\"", shortage));

        assertThat(table().wrong())
                .containsExactly("collateral.json, cover: can't be computed: "
                        + "The vector has no number \"margin_shortage_1e6\".");
        assertThat(Conformance.run(folder.toString())).isEqualTo(1);
    }

    @Test
    void anExpectationThatIsALittleWrongIsShownBesideWhatIsRight() throws IOException {
        write("collateral.json", COVER.replace("1111111111", "1111111112"));

        assertThat(table().text())
                .contains("Wrong (1):", "collateral.json, cover: value is 1111111111, but should be \"1111111112\"");
        assertThat(Conformance.run(folder.toString())).isEqualTo(1);
    }

    @Test
    void anInputThatLacksIsAFaultAndNotAZero() throws IOException {
        for (String lacking : List.of("positions", "emode")) {
            write("collateral.json", """
                    {"suite": "collateral", "vectors": [{"id": "empty", "fn": "aave_summary",
                      "inputs": {"positions": [], "emode": false}, "expected": {"total_debt": 0}}]}
                    """.replace(lacking, "x"));

            assertThat(table().wrong()).singleElement().asString().contains("empty: can't be computed: ", lacking);
        }
    }

    @Test
    void vectorsOfOneNameAreAllCompared() throws IOException {
        write("a.json", COVER);
        write("b.json", COVER.replace("1111111111", "7"));

        ConformanceTable table = table();

        assertThat(table.sum()).isEqualTo(new ConformanceTable.Count(1, 2));
        assertThat(table.wrong()).singleElement().asString().startsWith("b.json, cover: value is");
    }

    @Test
    void anUnknownSuiteIsLeftOutByName() throws IOException {
        write("mars.json", COVER.replace("\"collateral\"", "\"mars\""));

        assertThat(table().text()).contains("all", "0/0", "Left out (1):", "mars", "no function (drift_base_to_cover)");
        assertThat(Conformance.run(folder.toString())).isZero();
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

    private ConformanceTable table() throws IOException {
        return ConformanceTable.of(VectorFolder.read(folder));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
