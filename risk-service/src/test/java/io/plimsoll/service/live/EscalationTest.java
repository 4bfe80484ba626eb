package io.plimsoll.service.live;

import static io.plimsoll.service.book.BookClient.account;
import static io.plimsoll.service.book.BookClient.get;
import static io.plimsoll.service.book.BookClient.instrument;
import static io.plimsoll.service.book.BookClient.json;
import static io.plimsoll.service.book.BookClient.marks;
import static io.plimsoll.service.book.BookClient.position;
import static io.plimsoll.service.book.BookClient.put;
import static io.plimsoll.service.book.BookClient.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.book.BookClient;
import io.plimsoll.service.rulesets.RuleSetCopy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A client who does not meet a call in time: the rules see it, and so does whoever looks at the account. The
/// account is that of [LiveActionsTest]; a call has two seconds.
@QuarkusTest
@TestProfile(EscalationTest.ShortCalls.class)
final class EscalationTest {

    private static final String SAFE = "100";
    private static final String CALLED = "99.55";

    private static void mark(String price) {
        String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        send("/v1/marks", marks(BookClient.mark("escalated", price, time, "test")));
    }

    @Test
    void anOverdueCallRestrictsUntilTheBreachIsOver() {
        put("/v1/instruments/escalated", instrument("escalated"));
        mark(SAFE);
        put("/v1/accounts/escalated", account("escalated", "1", List.of(position("escalated", "1"))));
        Awaitility.await().until(() -> json(get("/v1/live")).path("accounts").intValue() > 0);

        mark(CALLED);
        Awaitility.await().until(() -> states("marginCall").contains("EXPIRED"));
        Awaitility.await().until(() -> states("restrictTrading").contains("OPEN"));
        assertThat(states("marginCall")).containsExactly("EXPIRED");
        assertThat(json(get("/v1/actions?account=escalated&type=restrictTrading"))
                        .at("/actions/0/action/breaches/0/kind")
                        .asText())
                .isEqualTo("MARGIN_CALL");
        Awaitility.await().until(() -> thresholds().contains("WARNING"));

        mark(SAFE);
        Awaitility.await().until(() -> states("restrictTrading").contains("CURED"));
        Awaitility.await().until(() -> !thresholds().contains("WARNING"));
    }

    private static List<String> states(String type) {
        return json(get("/v1/actions?account=escalated&type=" + type)).findValuesAsText("state");
    }

    /// Those that whoever looks at the account sees.
    private static List<String> thresholds() {
        return json(get("/v1/accounts/escalated/risk")).path("thresholds").findValuesAsText("kind");
    }

    /// The standard rule set with the rules of the reference, calls of two seconds, and a line that is drawn for
    /// who has not met one.
    public static final class ShortCalls implements QuarkusTestProfile {

        private static final Pattern BLOCK = Pattern.compile("```\\w+ (\\S+)\\n(.*?)```", Pattern.DOTALL);
        private static final String LINE = """
                package thresholds
                import io.plimsoll.model.account.Account
                import io.plimsoll.model.market.Signal
                import io.plimsoll.model.threshold.Comparison
                import io.plimsoll.model.threshold.Metric
                import io.plimsoll.model.threshold.ThresholdKind
                import io.plimsoll.model.threshold.ThresholdSink
                import java.math.BigDecimal
                global ThresholdSink thresholds
                rule "A line for who has not met a call"
                when
                    $account : Account(cross == true, $id : id)
                    Signal(name == "margin_call_overdue", subject == $id)
                then
                    thresholds.set(ThresholdKind.WARNING, $account, Metric.EQUITY, Comparison.BELOW,
                        BigDecimal.ZERO, BigDecimal.ZERO);
                end
                """;

        @Override
        public Map<String, String> getConfigOverrides() {
            Path folder = RuleSetCopy.inTemporaryFolder().folder();
            try {
                withoutScenarios(folder);
                Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/reference/escalation.md")));
                while (blocks.find()) {
                    write(folder.resolve(blocks.group(1)), blocks.group(2));
                }
                Files.writeString(folder.resolve("thresholds/overdue.drl"), LINE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("plimsoll.rules.folder", folder.toString());
        }

        private static void write(Path file, String shown) throws IOException {
            if (file.endsWith("margin.drl")) {
                String standard = Files.readString(file);
                String before = standard.substring(0, standard.indexOf("rule \"Call for margin\""));
                String after = standard.substring(standard.indexOf("rule \"Liquidate\""));
                String imports = """
                        import io.plimsoll.model.account.Account
                        import io.plimsoll.model.market.Signal
                        import io.plimsoll.model.rule.ThresholdRow
                        """;
                Files.writeString(file, before.replaceFirst("import ", imports + "import ") + shown + "\n" + after);
            } else {
                Files.writeString(file, shown.replace("*,24,4", "*,0.0006,4"));
            }
        }

        private static void withoutScenarios(Path folder) throws IOException {
            try (Stream<Path> scenarios = Files.list(folder.resolve("scenarios"))) {
                for (Path scenario : scenarios.toList()) {
                    Files.delete(scenario);
                }
            }
            Path manifest = folder.resolve("ruleset.yaml");
            String text = Files.readString(manifest);
            Files.writeString(manifest, text.substring(0, text.indexOf("# What the scenarios have to reach")));
        }
    }
}
