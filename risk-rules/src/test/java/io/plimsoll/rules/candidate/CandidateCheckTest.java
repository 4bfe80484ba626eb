package io.plimsoll.rules.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.evaluation.Clients;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What passes in the process becomes a version here; what does not is refused with the same words.
@Timeout(600)
class CandidateCheckTest {

    private static final CandidateLimits LIMITS =
            new CandidateLimits(256, 128, Duration.ofMinutes(2), true, WorkLimits.DEFAULT);

    private final RuleSetSource standard = Sources.standard();

    @Test
    void theWarmUpPasses() {
        WarmUp.run(WorkLimits.DEFAULT);
    }

    @Test
    void whatPassesIsMadeHere() throws Exception {
        try (CandidateCheck check = new CandidateCheck(LIMITS);
                RuleSetVersion version = check.check(standard, Optional.empty())) {
            assertThat(version.digest()).isEqualTo(standard.digest());
            assertThat(version.evaluate(Clients.cross("100", "BTC-PERP 80")).actions())
                    .hasSize(1);
        }
    }

    @Test
    void whatIsRefusedThereIsRefusedInTheSameWordsAsHere() throws Exception {
        for (RuleSetSource wrong : List.of(
                Sources.edited(standard, "tables/margin.csv", "retail,major,70 %", "retail,major,7 %"),
                Sources.edited(standard, "thresholds/margin.drl", "Account(cross == true", "Account(crossed == true"),
                Sources.edited(standard, "thresholds/margin.drl", "Comparison.AT_OR_ABOVE", "Comparison.ABOVE"))) {
            try (CandidateCheck check = new CandidateCheck(LIMITS)) {
                assertThat(diagnostics(() -> check.check(wrong, Optional.empty())))
                        .isEqualTo(diagnostics(() -> RuleSetCheck.check(wrong)))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void anEditOfRowsStartsNoProcess() throws Exception {
        RuleSetSource rows =
                Sources.edited(standard, "tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %,75 %");
        try (RuleSetVersion base = RuleSetCheck.check(standard);
                CandidateCheck check = new CandidateCheck(LIMITS, "there.is.no.such.Main")) {
            check.check(rows, Optional.of(base)).close();
        }
    }

    @Test
    void anyOtherEditDoes() throws Exception {
        for (RuleSetSource edited : List.of(
                Sources.edited(standard, "thresholds/margin.drl", "// Cross", "// Edited: cross"),
                Sources.edited(standard, "scenarios/rebalancing.yaml", "given:", "# Edited.\ngiven:"),
                Sources.edited(standard, "tables/margin.table.yaml", "min: 40 %", "min: 41 %"),
                Sources.edited(standard, "ruleset.yaml", "risk-desk", "the desk"),
                Sources.with(standard, "thresholds/extra.drl", ""))) {
            try (RuleSetVersion base = RuleSetCheck.check(standard);
                    CandidateCheck check = new CandidateCheck(LIMITS, "there.is.no.such.Main")) {
                assertThat(diagnostics(() -> check.check(edited, Optional.of(base))))
                        .singleElement()
                        .extracting(Diagnostic::code)
                        .isEqualTo("candidate.crashed");
            }
        }
    }

    @Test
    void aWaitingProcessIsUsedOnceAndReplacedAndAllEndWithTheCheck() throws Exception {
        ProcessHandle second;
        try (CandidateCheck check = new CandidateCheck(LIMITS)) {
            check.prepare();
            ProcessHandle first = check.standby().orElseThrow();
            check.prepare();
            assertThat(check.standby()).hasValue(first);

            check.check(standard, Optional.empty()).close();

            first.onExit().get(1, TimeUnit.MINUTES);
            second = check.standby().orElseThrow();
            assertThat(second).isNotEqualTo(first);
            assertThat(second.isAlive()).isTrue();
            second.destroyForcibly();
            second.onExit().get(1, TimeUnit.MINUTES);
            // One that died while it waited is no candidate's fault.
            check.check(standard, Optional.empty()).close();
            second = check.standby().orElseThrow();
        }
        second.onExit().get(1, TimeUnit.MINUTES);
    }

    @Test
    void aWaitingProcessCanBeSwitchedOff() throws Exception {
        CandidateLimits alone = new CandidateLimits(256, 128, Duration.ofMinutes(2), false, WorkLimits.DEFAULT);
        try (CandidateCheck check = new CandidateCheck(alone)) {
            check.prepare();
            assertThat(check.standby()).isEmpty();
        }
    }

    private interface Checking {
        RuleSetVersion check();
    }

    private static List<Diagnostic> diagnostics(Checking checking) {
        return catchThrowableOfType(InvalidRuleSetException.class, checking::check)
                .diagnostics();
    }
}
