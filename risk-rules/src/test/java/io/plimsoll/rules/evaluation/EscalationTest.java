package io.plimsoll.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.document.snapshot.SnapshotWriter;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the reference shows about calls that are not met.
class EscalationTest {

    private static final Path PAGE = Path.of("../docs/reference/escalation.md");
    private static final Pattern BLOCK = Pattern.compile("```\\w+ (\\S+)\\n(.*?)```", Pattern.DOTALL);
    private static final String ACTIONS = "actions/margin.drl";

    /// At a margin ratio of 85 %: past the call, short of the liquidation.
    private static final Snapshot CALLED = Clients.cross("100", "BTC-PERP 85");

    @ParameterizedTest(name = "overdue for {0} hours: {1}")
    @CsvSource({
        ", marginCall",
        "0, marginCall restrictTrading",
        "3, marginCall restrictTrading",
        "4, liquidation marginCall restrictTrading",
        "100, liquidation marginCall restrictTrading"
    })
    void aCallThatIsNotMetIsFollowedByMore(String hours, String actions) throws IOException {
        try (RuleSetVersion version = version()) {
            Decision decision = version.evaluate(hours == null ? CALLED : CALLED.withSignals(List.of(overdue(hours))));

            assertThat(decision.actions().stream()
                            .map(each -> each.action().type())
                            .sorted())
                    .containsExactly(actions.split(" "));
        }
    }

    @Test
    void theDeadlineIsThatOfTheTable() throws IOException {
        try (RuleSetVersion version = version()) {
            assertThat(version.evaluate(CALLED).actions())
                    .singleElement()
                    .satisfies(action -> assertThat(((MarginCall) action.action()).deadline())
                            .isEqualTo(Clients.NOON.plus(Duration.ofHours(24))));
        }
    }

    @Test
    void aDecisionIsTheSameWhenItIsMadeAgainFromItsSnapshot() throws IOException {
        try (RuleSetVersion version = version()) {
            Decision decision = version.evaluate(CALLED.withSignals(List.of(overdue("4"))));
            Snapshot kept = SnapshotReader.read(SnapshotWriter.write(decision.snapshot()));

            assertThat(version.evaluate(kept).actions()).isEqualTo(decision.actions());
        }
    }

    private static Signal overdue(String hours) {
        BigDecimal value = new BigDecimal(hours);
        return new Signal(
                "margin_call_overdue", "client", value, Clients.NOON.minus(Duration.ofHours(value.intValueExact())));
    }

    private static RuleSetVersion version() throws IOException {
        RuleSetSource source = Sources.withoutScenarios();
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            String path = blocks.group(1);
            String text = path.equals(ACTIONS) ? replaced(source, blocks.group(2)) : blocks.group(2);
            source = Sources.with(source, path, text);
        }
        return RuleSetCheck.check(source);
    }

    private static String replaced(RuleSetSource source, String rules) {
        String standard = Sources.text(source, ACTIONS);
        int end = standard.indexOf("end\n", standard.indexOf("rule \"Call for margin\"")) + "end\n".length();
        String without = standard.substring(0, standard.indexOf("rule \"Call for margin\"")) + standard.substring(end);
        String imports = """
                import io.plimsoll.model.account.Account
                import io.plimsoll.model.market.Signal
                import io.plimsoll.model.rule.ThresholdRow
                """;
        return without.replaceFirst("import ", imports + "import ") + "\n" + rules;
    }
}
