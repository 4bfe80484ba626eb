package io.plimsoll.service.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CheckCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine check = new CommandLine(new CheckCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @Test
    void theRuleSetThatShipsPasses() {
        assertThat(check.execute("../rules/standard")).isZero();
        assertThat(out.toString())
                .matches("standard sha256:[0-9a-f]{64}: \\d+ tables, \\d+ rules, \\d\\d+ scenarios passed\\R");
    }

    @Test
    void aRefusedRuleSetIsToldWhatIsWrongAndWhere(@TempDir Path folder) throws IOException {
        RuleSetCopy rules = RuleSetCopy.in(folder);
        rules.edit("tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %,7.5 %");

        assertThat(check.execute(folder.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("tables/margin.csv:2")
                .contains("7.5 %")
                .contains("Maybe");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aWarningIsToldAndRefusesNothing(@TempDir Path folder) throws IOException {
        RuleSetCopy rules = RuleSetCopy.in(folder);
        rules.edit("actions/rebalancing.drl", "$breach : Breach(kind", "$breach : Breach($unused : metric, kind");

        assertThat(check.execute(folder.toString())).isZero();
        assertThat(err.toString()).contains("actions/rebalancing.drl:13:22: [lint.unused] Warning: ");
        assertThat(out.toString()).contains("scenarios passed");
    }

    @Test
    void whatIsWorthLookingAtIsToldThoughItPasses(@TempDir Path folder) throws IOException {
        RuleSetCopy rules = RuleSetCopy.in(folder);
        rules.edit("tables/margin.csv", "retail,major,", "retail,meme,50 %,60 %,70 %,90 %\nretail,major,");

        assertThat(check.execute(folder.toString())).isZero();
        assertThat(err.toString())
                .contains("tables/margin.csv: [table.gap]", "instrument_class meme")
                .contains("tables/margin.csv:2: [table.unhit-row]");
    }

    @Test
    void aProcessOfItsOwnSaysTheSame(@TempDir Path folder) throws IOException {
        assertThat(check.execute("--isolated", "../rules/standard")).isZero();
        assertThat(out.toString()).contains("scenarios passed");

        RuleSetCopy.in(folder).edit("thresholds/margin.drl", "cross == true", "crossed == true");
        assertThat(check.execute("--isolated", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("crossed");
    }

    @Test
    void aFolderThatIsNotThereIsRefused(@TempDir Path folder) {
        assertThat(check.execute(folder.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nowhere").doesNotContain("Exception");
    }

    @Test
    void aFolderMustBeNamed() {
        assertThat(check.execute()).isEqualTo(2);
    }
}
