package io.plimsoll.service.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.rules.candidate.CandidateLimits;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveRulesTest {

    @TempDir
    Path folder;

    @Test
    void aRefusedRuleSetKeepsTheServiceFromStartingAndSaysWhy() throws IOException {
        RuleSetCopy.in(folder).edit("tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %,7.5 %");
        LiveRules rules = rules();

        assertThatThrownBy(() -> rules.start(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(folder.toString(), "tables/margin.csv:2", "7.5 %", "./plimsoll check");
        assertThat(rules.isReady()).isFalse();
    }

    @Test
    void nothingIsLiveBeforeTheStartAndAfterTheStop() throws IOException {
        RuleSetCopy.in(folder);
        LiveRules rules = rules();
        assertNotReady(rules);

        rules.start(new StartupEvent());
        try (LiveRuleSet.Lease lease = rules.lease()) {
            assertThat(lease.version().name()).isEqualTo("standard");
        }

        rules.stop(new ShutdownEvent());
        assertNotReady(rules);
    }

    private LiveRules rules() {
        return new LiveRules(
                RuleSetSettings.Source.FOLDER, folder.toString(), CandidateLimits.defaults(), new NoHistory());
    }

    private static final class NoHistory implements RuleSetHistory {

        @Override
        public Optional<RuleSetSource> ofDesk(Optional<String> name) {
            return Optional.empty();
        }

        @Override
        public void begin(RuleSetVersion version) {}

        @Override
        public void saved(RuleSetVersion version) {}
    }

    private static void assertNotReady(LiveRules rules) {
        assertThat(rules.isReady()).isFalse();
        assertThatThrownBy(rules::lease)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_READY));
    }
}
