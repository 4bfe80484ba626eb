package io.plimsoll.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.guard.ArmingLimits;
import io.plimsoll.model.guard.BreakerLimits;
import io.plimsoll.model.guard.Cap;
import io.plimsoll.model.guard.Freshness;
import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.guard.ThrottleLimits;
import io.plimsoll.model.sizing.LiquidationOrder;
import io.plimsoll.model.sizing.LiquidationPolicy;
import io.plimsoll.model.sizing.RebalanceOrder;
import io.plimsoll.model.sizing.RebalancePolicy;
import io.plimsoll.rules.diagnostic.Diagnostics;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSetManifestTest {

    private static final Path FOLDER = Path.of("src/test/resources/manifests");

    private final Diagnostics diagnostics = new Diagnostics();

    static Stream<String> refused() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("good.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /// The first line of each file says what is to be found: code, file, line.
    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithFileAndLine(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));

        read(text);

        assertThat(diagnostics.all().stream().map(found -> found.code() + ":" + found.file() + ":" + found.line()))
                .as("%s", diagnostics.all())
                .containsExactlyInAnyOrder(
                        text.lines().findFirst().orElseThrow().substring(2).split(" "));
    }

    @Test
    void saysWhatARuleSetIs() throws IOException {
        RuleSetManifest manifest =
                read(Files.readString(FOLDER.resolve("good.yaml"))).orElseThrow();

        assertThat(diagnostics.all()).isEmpty();
        assertThat(manifest.name()).isEqualTo("standard");
        assertThat(manifest.owner()).isEqualTo("risk desk");
        assertThat(manifest.emits()).containsExactly("liquidation", "marginCall");
        assertThat(manifest.requires()).containsExactly("MARGIN_CALL");
        assertThat(manifest.scenarios()).isEqualTo(List.of("scenarios/call.yaml", "scenarios/quiet.yaml"));
    }

    @Test
    void saysHowToLiquidate() {
        String text =
                "name: x\nowner: y\ndescription: z\nemits: []\nscenarios: [scenarios/call.yaml, scenarios/quiet.yaml]\n";

        assertThat(read(text).orElseThrow().liquidation()).isEqualTo(LiquidationPolicy.STANDARD);
        assertThat(read(text + "liquidation: {order: LOSERS_FIRST, insuranceFee: 0.5 %}")
                        .orElseThrow()
                        .liquidation())
                .isEqualTo(new LiquidationPolicy(LiquidationOrder.LOSERS_FIRST, new BigDecimal("0.005")));
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void saysWhenActionsAreWithheld() {
        String text =
                "name: x\nowner: y\ndescription: z\nemits: []\nscenarios: [scenarios/call.yaml, scenarios/quiet.yaml]\n";

        assertThat(read(text).orElseThrow().actionGuards()).isEqualTo(GuardSettings.STANDARD);

        GuardSettings own = read(text + """
                actionGuards:
                  marks: {freshness: {age: PT5S}, sources: {least: 2}}
                  instruments: {DOGE-PERP: {sources: {least: 3}}}
                  throttle: {perInstrument: {count: 100}, instruments: {BTC-PERP: {count: 300}}, rates: {USD: 1}}
                  arming: {settle: PT1M}
                """).orElseThrow().actionGuards();

        assertThat(diagnostics.all()).isEmpty();
        assertThat(own.marks().freshness())
                .isEqualTo(new Freshness(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(60)));
        assertThat(own.marks("ETH-PERP").sources().least()).isEqualTo(2);
        assertThat(own.marks("DOGE-PERP").sources().least()).isEqualTo(3);
        assertThat(own.marks("DOGE-PERP").freshness()).isEqualTo(own.marks().freshness());
        assertThat(own.throttle().cap("ETH-PERP"))
                .isEqualTo(new Cap(100, ThrottleLimits.STANDARD.perInstrument().notional()));
        assertThat(own.throttle().cap("BTC-PERP").count()).isEqualTo(300);
        assertThat(own.throttle().rates()).containsOnlyKeys("USD");
        assertThat(own.breaker()).isEqualTo(BreakerLimits.STANDARD);
        assertThat(own.arming()).isEqualTo(new ArmingLimits(Duration.ofMinutes(1), 3));
    }

    /// What the reference shows as left out is what holds then.
    @Test
    void theReferenceShowsTheStandardLimitsOfGuards() throws IOException {
        String page = Files.readString(Path.of("../docs/reference/guards.md"));
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        String shown = page.substring(begin, page.indexOf("```", begin));
        String text =
                "name: x\nowner: y\ndescription: z\nemits: []\nscenarios: [scenarios/call.yaml, scenarios/quiet.yaml]\n";

        assertThat(read(text + shown).orElseThrow().actionGuards()).isEqualTo(GuardSettings.STANDARD);
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void saysHowToRebalance() {
        String text =
                "name: x\nowner: y\ndescription: z\nemits: []\nscenarios: [scenarios/call.yaml, scenarios/quiet.yaml]\n";

        assertThat(read(text).orElseThrow().rebalancing()).isEqualTo(RebalancePolicy.STANDARD);
        assertThat(read(text + "rebalancing: {order: IN_PROPORTION, leastTrade: 12.5}")
                        .orElseThrow()
                        .rebalancing())
                .isEqualTo(new RebalancePolicy(RebalanceOrder.IN_PROPORTION, new BigDecimal("12.5")));
    }

    @Test
    void saysHowManyHaveToApprove() {
        String text =
                "name: x\nowner: y\ndescription: z\nemits: []\nscenarios: [scenarios/call.yaml, scenarios/quiet.yaml]\n";

        assertThat(read(text).orElseThrow().approvals()).isEqualTo(ApprovalDemand.STANDARD);
        ApprovalDemand approvals = read(text + "approvals: {needed: 2, largeImpact: {accounts: 1 %, needed: 3}}")
                .orElseThrow()
                .approvals();
        assertThat(approvals.neededFor(new BigDecimal("0.0099"))).isEqualTo(2);
        assertThat(approvals.neededFor(new BigDecimal("0.01"))).isEqualTo(3);
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void aRuleSetWithoutManifestIsRefused() {
        assertThat(RuleSetManifest.read(Sources.of("a", "x"), diagnostics)).isEmpty();
        assertThat(diagnostics.all())
                .singleElement()
                .hasToString("ruleset.yaml: [source.missing] The rule set has no file ruleset.yaml."
                        + " Maybe it was renamed, or not saved yet.");
    }

    @Test
    void anUnknownKeyIsToldWithTheKnownOnes() {
        read(
                "name: x\nowner: y\ndescription: z\nemits: []\ncolour: red\nscenarios: [scenarios/call.yaml, scenarios/quiet.yaml]");

        assertThat(diagnostics.all())
                .singleElement()
                .hasToString(
                        "ruleset.yaml:5:1: [yaml.unknown-key] The key (colour) is unknown."
                                + " Maybe one of actionGuards, approvals, description, emits, gates, guards, liquidation, name, owner, rebalancing, requires, scenarios.");
    }

    private Optional<RuleSetManifest> read(String text) {
        RuleSetSource source = Sources.of("ruleset.yaml", text, "scenarios/call.yaml", "", "scenarios/quiet.yaml", "");
        return RuleSetManifest.read(source, diagnostics);
    }
}
