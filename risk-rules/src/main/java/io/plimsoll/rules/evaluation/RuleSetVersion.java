package io.plimsoll.rules.evaluation;

import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.decision.RuleFiring;
import io.plimsoll.model.decision.Standing;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.engine.CompiledRules;
import io.plimsoll.rules.engine.FiringSink;
import io.plimsoll.rules.engine.PhaseRules;
import io.plimsoll.rules.engine.RuleFailedException;
import io.plimsoll.rules.evaluation.ThresholdCollector.Setting;
import io.plimsoll.rules.guard.ColumnGuard;
import io.plimsoll.rules.guard.Lineage;
import io.plimsoll.rules.lint.RuleOutline;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One version of a rule set, ready to decide. Immutable, and safe for use by many threads.
public final class RuleSetVersion implements AutoCloseable {

    private final RuleSetSource source;
    private final RuleSetManifest manifest;
    private final int scenarioCount;
    private final RulesInForce rules;
    private final List<RuleTable> tables;
    private final List<ColumnGuard> guards;
    private final Lineage lineage;
    private final List<Diagnostic> remarks;
    private final RuleBook thresholdRules;
    private final RuleBook actionRules;
    private final RequiredThresholds required;

    /// @param source the files that the version was made of
    /// @param manifest what `ruleset.yaml` says
    /// @param outlines of every rule
    /// @param scenarioCount how many scenarios hold it to its words
    /// @param rules compiled from the same source, with all of its rows
    /// @param tables of the same source
    /// @param guards of the same source
    /// @param lineage what the version remembers of those before it
    public RuleSetVersion(
            RuleSetSource source,
            RuleSetManifest manifest,
            List<RuleOutline> outlines,
            int scenarioCount,
            CompiledRules rules,
            List<RuleTable> tables,
            List<ColumnGuard> guards,
            Lineage lineage) {
        this.source = source;
        this.manifest = manifest;
        this.scenarioCount = scenarioCount;
        this.tables = List.copyOf(tables);
        this.guards = List.copyOf(guards);
        this.lineage = lineage;
        this.remarks = List.of();
        this.rules = new RulesInForce(
                rules, tables.stream().flatMap(table -> table.rows().stream()).toList());
        this.thresholdRules = book(outlines, "thresholds/");
        this.actionRules = book(outlines, "actions/");
        this.required = new RequiredThresholds(
                manifest.requires().stream().map(ThresholdKind::valueOf).collect(Collectors.toSet()));
    }

    private RuleSetVersion(RuleSetVersion version, List<Diagnostic> remarks) {
        this.source = version.source;
        this.manifest = version.manifest;
        this.scenarioCount = version.scenarioCount;
        this.rules = version.rules;
        this.tables = version.tables;
        this.guards = version.guards;
        this.lineage = version.lineage;
        this.remarks = List.copyOf(remarks);
        this.thresholdRules = version.thresholdRules;
        this.actionRules = version.actionRules;
        this.required = version.required;
    }

    /// The same version with what is worth looking at in it, though it may be used. Closing one closes the
    /// other.
    public RuleSetVersion withRemarks(List<Diagnostic> found) {
        return new RuleSetVersion(this, found);
    }

    /// What is worth looking at, though the version may be used: warnings before notes.
    public List<Diagnostic> remarks() {
        return remarks;
    }

    /// Its decision tables.
    public List<RuleTable> tables() {
        return tables;
    }

    /// How far the numbers of its tables may move in the next edit.
    public List<ColumnGuard> guards() {
        return guards;
    }

    /// What it remembers of the versions before it.
    public Lineage lineage() {
        return lineage;
    }

    /// The rule set's name.
    public String name() {
        return manifest.name();
    }

    /// Content digest of the files: the version's identity.
    public String digest() {
        return source.digest();
    }

    /// The files that the version was made of.
    public RuleSetSource source() {
        return source;
    }

    /// What `ruleset.yaml` says.
    public RuleSetManifest manifest() {
        return manifest;
    }

    /// How many rules it has, in both phases.
    public int ruleCount() {
        return thresholdRules.outlines().size() + actionRules.outlines().size();
    }

    /// How many scenarios it passed before it could go live.
    public int scenarioCount() {
        return scenarioCount;
    }

    /// What its rules were compiled to.
    public CompiledRules rules() {
        return rules.compiled();
    }

    /// Decides about a snapshot: thresholds, breaches, actions. The same snapshot gives an equal decision.
    ///
    /// @throws EvaluationException if a rule fails on this snapshot, or leaves it without a required threshold
    public Decision evaluate(Snapshot snapshot) {
        CompiledRules inForce = rules.at(snapshot.asOf());
        ThresholdCollector thresholds = new ThresholdCollector(snapshot.asOf(), thresholdRules);
        Standing standing = standing(inForce, snapshot, thresholds);
        AccountRisk risk = standing.risk();
        List<ThresholdState> states = standing.thresholds();
        List<Threshold> drawn = states.stream().map(ThresholdState::threshold).toList();
        ActionCollector actions = new ActionCollector(
                actionRules, new ActionSizes(snapshot, risk, drawn, manifest.liquidation(), manifest.rebalancing()));
        return new Decision(
                snapshot,
                name(),
                digest(),
                risk,
                states,
                act(inForce, snapshot, risk, states, actions),
                firings(thresholds, actions));
    }

    /// Draws the thresholds of a snapshot, and chooses no actions. They are those of [#evaluate].
    ///
    /// @throws EvaluationException as above
    public Standing standing(Snapshot snapshot) {
        return standing(rules.at(snapshot.asOf()), snapshot, new ThresholdCollector(snapshot.asOf(), thresholdRules));
    }

    private Standing standing(CompiledRules inForce, Snapshot snapshot, ThresholdCollector thresholds) {
        AccountRisk risk = AccountRisk.of(snapshot);
        fire(inForce.thresholds(), SnapshotFacts.forThresholds(snapshot), thresholds, thresholdRules);
        List<ThresholdState> states =
                thresholds.groups().stream().map(group -> state(group, risk)).toList();
        required.check(snapshot.account(), states);
        return new Standing(snapshot, risk, states);
    }

    private List<TriggeredAction> act(
            CompiledRules inForce,
            Snapshot snapshot,
            AccountRisk risk,
            List<ThresholdState> states,
            ActionCollector collector) {
        List<Breach> breaches =
                states.stream().flatMap(state -> state.breach().stream()).toList();
        if (breaches.isEmpty()) {
            return List.of();
        }
        fire(inForce.actions(), SnapshotFacts.forActions(snapshot, risk, breaches), collector, actionRules);
        List<TriggeredAction> actions = sized(collector);
        actions.forEach(action -> requireAllowed(action.action()));
        return actions;
    }

    private static List<TriggeredAction> sized(ActionCollector collector) {
        try {
            return collector.actions();
        } catch (IllegalArgumentException e) {
            throw new EvaluationException("An action could not be sized: " + e.getMessage(), null, e);
        }
    }

    private static void fire(PhaseRules phase, List<?> facts, FiringSink sink, RuleBook book) {
        // A package without rules has no sink either.
        if (book.outlines().isEmpty()) {
            return;
        }
        try {
            phase.fire(facts, sink);
        } catch (RuleFailedException e) {
            String rule = e.rule().isEmpty() ? "A rule" : "The rule \"%s\"".formatted(e.rule());
            throw new EvaluationException(
                    "%s failed: %s".formatted(rule, e.getMessage()),
                    e.rule().isEmpty() ? null : book.place(e.rule()),
                    e);
        }
    }

    private static ThresholdState state(List<Setting> group, AccountRisk risk) {
        Setting holding = group.getFirst();
        List<ThresholdState.Overruled> overruled = group.stream()
                .skip(1)
                .map(setting -> new ThresholdState.Overruled(setting.threshold(), setting.setBy()))
                .toList();
        return new ThresholdState(
                holding.threshold(),
                holding.setBy(),
                overruled,
                risk.reading(holding.threshold().metric(), holding.threshold().scope())
                        .orElse(null));
    }

    private void requireAllowed(Action action) {
        String type = action.type();
        if (!manifest.emits().contains(type)) {
            throw new EvaluationException(
                    "The rules chose a %s, which ruleset.yaml does not allow under emits (%s)."
                            .formatted(type, manifest.emits()),
                    null,
                    null);
        }
    }

    private static List<RuleFiring> firings(ThresholdCollector thresholds, ActionCollector actions) {
        List<RuleFiring> firings = new ArrayList<>(actions.firings());
        firings.addAll(thresholds.firings());
        return firings;
    }

    private static RuleBook book(List<RuleOutline> outlines, String folder) {
        return new RuleBook(outlines.stream()
                .filter(outline -> outline.file().startsWith(folder))
                .toList());
    }

    /// Frees the compiled rules. Nothing may be evaluating.
    @Override
    public void close() {
        rules.close();
    }
}
