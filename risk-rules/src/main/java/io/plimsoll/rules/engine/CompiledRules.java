package io.plimsoll.rules.engine;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.List;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/// The rules of both phases of one rule-set version, compiled.
///
/// Each version is built aside under a release of its own and never updated in place: updating a container leaks
/// metaspace and mixes versions.
public final class CompiledRules implements AutoCloseable {

    private final KieContainer container;
    private final PhaseRules thresholds;
    private final PhaseRules actions;

    private CompiledRules(KieContainer container, PhaseRules thresholds, PhaseRules actions) {
        this.container = container;
        this.thresholds = thresholds;
        this.actions = actions;
    }

    /// Compiles rules that the linter has accepted: DRL is Java, and compiling it can run it.
    ///
    /// @param rows the table rows that lie in every session
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with what the compiler says
    public static CompiledRules compile(RuleSetSource source, List<ThresholdRow> rows) {
        ReleaseId release = RuleCompiler.newRelease();
        try {
            KieContainer container = RuleCompiler.compile(source, release);
            return new CompiledRules(
                    container,
                    new PhaseRules(container.getKieBase(RuleCompiler.THRESHOLDS), "thresholds", rows),
                    new PhaseRules(container.getKieBase(RuleCompiler.ACTIONS), "actions", rows));
        } finally {
            // The repository would keep every module for ever; the container does not need it there.
            KieServices.get().getRepository().removeKieModule(release);
        }
    }

    /// The threshold rules.
    public PhaseRules thresholds() {
        return thresholds;
    }

    /// The action rules.
    public PhaseRules actions() {
        return actions;
    }

    /// Frees the sessions and the generated classes. Nothing may be firing.
    @Override
    public void close() {
        thresholds.close();
        actions.close();
        container.dispose();
    }
}
