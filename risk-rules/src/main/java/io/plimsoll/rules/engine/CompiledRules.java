package io.plimsoll.rules.engine;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;

/// The rules of both phases of one rule-set version, compiled, with its table rows.
///
/// Rules are built aside under a release of their own and never updated in place: updating a container leaks
/// metaspace and mixes versions. A version whose rules are those of another one shares what was compiled.
public final class CompiledRules implements AutoCloseable {

    private final SharedContainer container;
    private final PhaseRules thresholds;
    private final PhaseRules actions;
    private final WorkLimits limits;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CompiledRules(SharedContainer container, List<ThresholdRow> rows, WorkLimits limits) {
        this.container = container;
        this.limits = limits;
        this.thresholds =
                new PhaseRules(container.base(RuleCompiler.THRESHOLDS), RuleCompiler.THRESHOLDS, rows, limits);
        this.actions = new PhaseRules(container.base(RuleCompiler.ACTIONS), RuleCompiler.ACTIONS, rows, limits);
    }

    /// Compiles rules that the linter has accepted: DRL is Java, and compiling it can run it.
    ///
    /// @param rows the table rows that lie in every session
    /// @param limits of each firing
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with what the compiler says
    public static CompiledRules compile(RuleSetSource source, List<ThresholdRow> rows, WorkLimits limits) {
        return of(release -> RuleCompiler.compile(source, release), rows, limits);
    }

    /// Loads what rules were compiled to before, through the fence; nothing is compiled.
    ///
    /// @param kept by this build, from the same rules
    /// @param rows the table rows that lie in every session
    /// @param limits of each firing
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if the fence refuses it
    /// @throws IllegalArgumentException if it was compiled from other rules
    public static CompiledRules load(
            RuleSetSource source, CompiledClasses kept, List<ThresholdRow> rows, WorkLimits limits) {
        return of(release -> RuleCompiler.load(source, kept, release), rows, limits);
    }

    private static CompiledRules of(
            Function<ReleaseId, SharedContainer> container, List<ThresholdRow> rows, WorkLimits limits) {
        ReleaseId release = RuleCompiler.newRelease();
        try {
            return new CompiledRules(container.apply(release), rows, limits);
        } finally {
            // The repository would keep every module for ever; the container does not need it there.
            KieServices.get().getRepository().removeKieModule(release);
        }
    }

    /// Content digest of the rule files of a source: versions in which it is the same share what is compiled.
    public static String rulesDigest(RuleSetSource source) {
        return RuleCompiler.rules(source).digest();
    }

    /// How often rules were compiled in this process.
    public static long compilations() {
        return RuleCompiler.compilations();
    }

    /// What was compiled, as bytes to be kept.
    public CompiledClasses classes() {
        return container.classes();
    }

    /// Whether the rules in a source are those that were compiled, so that only numbers can differ.
    public boolean hasRulesOf(RuleSetSource source) {
        return container.rulesDigest().equals(RuleCompiler.rules(source).digest());
    }

    /// The same rules with other rows, within the same limits; nothing is compiled.
    ///
    /// @throws IllegalStateException if this was closed
    public CompiledRules withRows(List<ThresholdRow> rows) {
        return withRows(rows, limits);
    }

    /// The same rules with other rows; nothing is compiled.
    ///
    /// @param limits of each firing
    /// @throws IllegalStateException if this was closed
    public CompiledRules withRows(List<ThresholdRow> rows, WorkLimits limits) {
        requireOpen();
        return new CompiledRules(container.share(), rows, limits);
    }

    /// The threshold rules.
    ///
    /// @throws IllegalStateException if this was closed
    public PhaseRules thresholds() {
        requireOpen();
        return thresholds;
    }

    /// The action rules.
    ///
    /// @throws IllegalStateException if this was closed
    public PhaseRules actions() {
        requireOpen();
        return actions;
    }

    /// Frees the sessions, and the generated classes with their last user; a second call does nothing.
    /// Nothing may be firing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            thresholds.close();
            actions.close();
            container.release();
        }
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The rules were closed.");
        }
    }
}
