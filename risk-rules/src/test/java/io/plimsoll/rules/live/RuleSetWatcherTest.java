package io.plimsoll.rules.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.evaluation.Clients;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is saved goes live, however an editor saves; what is wrong changes nothing and is shown.
class RuleSetWatcherTest {

    private static final String CALL = "retail,major,70 %,80 %";

    @TempDir
    private Path temporary;

    private Path folder;
    private Path table;
    private String text;
    private LiveRuleSet live;
    private RuleSetWatcher watcher;

    @BeforeEach
    void start() throws IOException {
        folder = temporary.resolve("rules");
        RuleSetSource standard = Sources.standard();
        for (String path : standard.paths()) {
            write(path, Sources.text(standard, path));
        }
        table = folder.resolve("tables/margin.csv");
        text = Files.readString(table);
        live = new LiveRuleSet(RuleSetCheck.check(RuleSetFolder.read(folder)));
        watcher = RuleSetWatcher.start(folder, live);
    }

    @AfterEach
    void stop() {
        watcher.close();
        live.close();
    }

    @Test
    void aNumberSavedInPlaceGoesLive() throws IOException {
        Files.writeString(table, withCall("75 %"));
        awaitLimit("0.75");
        Files.writeString(table, withCall("77 %"));
        awaitLimit("0.77");

        assertThat(live.digest()).isEqualTo(RuleSetFolder.read(folder).digest());
        assertThat(watcher.refusedEdit()).isEmpty();
    }

    @Test
    void aNumberSavedAsideAndRenamedGoesLive() throws IOException {
        Path aside = folder.resolve("tables/.margin.csv.swp");
        Files.writeString(aside, withCall("75 %"));
        Files.move(aside, table, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        awaitLimit("0.75");
    }

    @Test
    void aFileDeletedAndMadeAnewGoesLive() throws IOException {
        Files.delete(table);
        awaitRefusal(refused -> words(refused).contains("margin"));
        Files.writeString(table, withCall("75 %"));

        awaitLimit("0.75");
        assertThat(watcher.refusedEdit()).isEmpty();
    }

    @Test
    void twoFilesSavedOneAfterTheOtherGoLiveTogetherInTheEnd() throws IOException {
        Files.writeString(table, withCall("75 %"));
        Path rebalancing = folder.resolve("tables/rebalancing.csv");
        Files.writeString(rebalancing, Files.readString(rebalancing).replace("retail,3 %,5 %", "retail,3 %,6 %"));

        String saved = RuleSetFolder.read(folder).digest();
        Await.until("both files are live", () -> live.digest().equals(saved));
    }

    @Test
    void aChangedRuleGoesLive() throws IOException {
        Path rule = folder.resolve("actions/margin.drl");
        Files.writeString(rule, Files.readString(rule).replace("\"Call for margin\"", "\"Ask for margin\""));

        String saved = RuleSetFolder.read(folder).digest();
        Await.until("the rule is live", () -> live.digest().equals(saved));
        try (LiveRuleSet.Lease lease = live.lease()) {
            assertThat(lease.version()
                            .evaluate(Clients.cross("100", "BTC-PERP 80"))
                            .actions()
                            .getFirst()
                            .chosenBy()
                            .getFirst()
                            .rule())
                    .isEqualTo("Ask for margin");
        }
    }

    @Test
    void anEditBeyondItsLimitsChangesNothingAndIsNamedUntilItIsTakenBack() throws IOException {
        String before = live.digest();
        Files.writeString(table, withCall("7.5 %"));

        RefusedEdit refused = awaitRefusal(edit -> words(edit).contains("7.5 %"));
        assertThat(refused.digest()).isEqualTo(RuleSetFolder.read(folder).digest());
        assertThat(refused.diagnostics()).anySatisfy(diagnostic -> {
            assertThat(diagnostic.file()).isEqualTo("tables/margin.csv");
            assertThat(diagnostic.line()).isEqualTo(2);
            assertThat(diagnostic.columnName()).isEqualTo("margin_call");
            assertThat(diagnostic.message()).contains("7.5 %").contains("50 %");
        });
        assertThat(live.digest()).isEqualTo(before);
        assertLimit("0.8");

        Files.writeString(table, text);
        Await.until("the refusal is gone", () -> watcher.refusedEdit().isEmpty());
        assertThat(live.digest()).isEqualTo(before);
    }

    @Test
    void anEditThatFailsAScenarioIsRefusedByTheScenariosName() throws IOException {
        Path rule = folder.resolve("thresholds/equity.drl");
        Files.writeString(rule, Files.readString(rule).replace("Comparison.BELOW", "Comparison.ABOVE"));

        awaitRefusal(edit -> words(edit).contains("scenarios/margin-special.yaml"));
        assertLimit("0.8");
    }

    @Test
    void aFolderThatIsGoneIsRefusedAndGoesLiveWhenItIsBack() throws IOException {
        String before = live.digest();
        Path aside = temporary.resolve("aside");
        Files.move(folder, aside);

        awaitRefusal(edit -> words(edit).contains("There is no folder"));
        assertThat(live.digest()).isEqualTo(before);

        Files.writeString(aside.resolve("tables/margin.csv"), withCall("75 %"));
        Files.move(aside, folder);
        awaitLimit("0.75");
        Files.writeString(table, withCall("77 %"));
        awaitLimit("0.77");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedAndNothingElseHappens() throws IOException {
        Path elsewhere = Files.writeString(temporary.resolve("elsewhere.csv"), withCall("75 %"));
        Files.delete(table);
        Files.createSymbolicLink(table, elsewhere);

        awaitRefusal(edit -> words(edit).contains("tables/margin.csv: [source.link]"));
        assertLimit("0.8");

        Files.delete(table);
        Files.writeString(table, withCall("77 %"));
        awaitLimit("0.77");
    }

    @Test
    void aNewTableIsFoundAndOneThatMeansNothingIsRefused() throws IOException {
        write("tables/notes.txt", "nothing");
        awaitRefusal(edit -> words(edit).contains("tables/notes.txt"));
        Files.delete(folder.resolve("tables/notes.txt"));
        Await.until("the refusal is gone", () -> watcher.refusedEdit().isEmpty());

        write("tables/more.csv", Files.readString(folder.resolve("tables/equity.csv")));
        write(
                "tables/more.table.yaml",
                Files.readString(folder.resolve("tables/equity.table.yaml")).replace("table: equity", "table: more"));
        String saved = RuleSetFolder.read(folder).digest();
        Await.until("the new table is live", () -> live.digest().equals(saved));
    }

    @Test
    void anEditSavedBeforeWatchingBeganGoesLive() throws IOException {
        watcher.close();
        Files.writeString(table, withCall("75 %"));
        watcher = RuleSetWatcher.start(folder, live);

        awaitLimit("0.75");
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private String withCall(String percent) {
        assertThat(text).contains(CALL);
        return text.replace(CALL, "retail,major,70 %," + percent);
    }

    private void awaitLimit(String limit) {
        Await.until(
                "the limit is %s; refused is %s".formatted(limit, watcher.refusedEdit()),
                () -> limit().compareTo(new BigDecimal(limit)) == 0);
    }

    private void assertLimit(String limit) {
        assertThat(limit()).isEqualByComparingTo(limit);
    }

    private BigDecimal limit() {
        try (LiveRuleSet.Lease lease = live.lease()) {
            return lease.version().evaluate(Clients.cross("100", "BTC-PERP 1")).thresholds().stream()
                    .map(state -> state.threshold())
                    .filter(threshold ->
                            threshold.kind() == ThresholdKind.MARGIN_CALL && threshold.metric() == Metric.MARGIN_RATIO)
                    .findFirst()
                    .orElseThrow()
                    .limit();
        }
    }

    private RefusedEdit awaitRefusal(Predicate<RefusedEdit> wanted) {
        Await.until("a refusal", () -> watcher.refusedEdit().filter(wanted).isPresent());
        return watcher.refusedEdit().orElseThrow();
    }

    private static String words(RefusedEdit edit) {
        return edit.diagnostics().toString();
    }
}
