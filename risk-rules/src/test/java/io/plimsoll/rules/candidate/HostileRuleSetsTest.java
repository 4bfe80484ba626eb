package io.plimsoll.rules.candidate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.check.VersionCheck;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Each is refused, or killed within its budget, while a neighbour is answered correctly all the time.
///
/// How fast it is answered is printed, not asserted: it says more about the machine than about the code.
@Timeout(900)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRuleSetsTest {

    private static final CandidateLimits LIMITS = new CandidateLimits(
            192, 96, Duration.ofSeconds(8), true, new WorkLimits(50_000, Duration.ofSeconds(1), Duration.ofSeconds(4)));

    private final HostileRuleSets hostile = new HostileRuleSets();
    private final LiveRuleSet live = new LiveRuleSet(RuleSetCheck.check(Sources.standard()));
    private Neighbour neighbour;
    private CandidateCheck isolated;

    @BeforeAll
    void aNeighbourIsAnswered() throws IOException, InterruptedException {
        neighbour = Neighbour.start(live);
        Thread.sleep(4_000);
        neighbour.beginCalm();
        Thread.sleep(2_000);
        neighbour.beginAttack();
        isolated = new CandidateCheck(LIMITS);
        isolated.prepare();
    }

    @AfterAll
    void theNeighbourWasAnsweredAllTheTime() throws InterruptedException {
        isolated.close();
        System.out.println(neighbour.end());
        live.close();
    }

    /// What the linter and the limits stop is stopped in the service itself as well, where there is no process to kill.
    ///
    /// @param where `process` for what only a process can stop, and for some of the others
    /// @param codes a regular expression for the codes of all errors
    /// @param words a regular expression for the words of one of them
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "hostile-rule-sets.csv", numLinesToSkip = 1, maxCharsPerColumn = 1_000)
    void isRefused(String name, String where, String codes, String words) {
        long answers = neighbour.answers();

        InvalidRuleSetException refusal = catchThrowableOfType(InvalidRuleSetException.class, () -> {
            RuleSetSource source = hostile.get(name);
            VersionCheck here = (files, base) -> RuleSetCheck.check(files, base, LIMITS.work());
            (where.equals("process") ? isolated : here).check(source, Optional.empty());
        });

        assertThat(refusal).as(name).isNotNull();
        List<Diagnostic> errors = refusal.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        assertThat(errors).extracting(Diagnostic::code).allMatch(code -> code.matches(codes));
        assertThat(errors)
                .anySatisfy(diagnostic -> assertThat(diagnostic.message()).containsPattern(words));
        neighbour.assertAnswered(answers);
    }

    @Test
    void allOfThemAreTried() throws IOException {
        try (InputStream list = HostileRuleSetsTest.class.getResourceAsStream("hostile-rule-sets.csv")) {
            long listed = new String(list.readAllBytes(), UTF_8).lines().count() - 1;
            assertThat(listed).isEqualTo(hostile.count()).isGreaterThanOrEqualTo(40);
        }
    }
}
