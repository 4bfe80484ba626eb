package io.plimsoll.rules.diff;

/// What happened to a part of a rule set.
public enum ChangeKind {
    /// A decision table is new.
    TABLE_ADDED,
    /// A decision table is gone.
    TABLE_REMOVED,
    /// What a column file says of a table or a column changed.
    TABLE_DEFINITION_CHANGED,
    /// A row has keys that no row had.
    ROW_ADDED,
    /// No row has the keys any more that one had.
    ROW_REMOVED,
    /// A number changed.
    NUMBER_MOVED,
    /// A text changed.
    TEXT_CHANGED,
    /// A rule is new.
    RULE_ADDED,
    /// A rule is gone.
    RULE_REMOVED,
    /// A rule does what a rule of another name did.
    RULE_RENAMED,
    /// A rule's salience changed.
    ATTRIBUTES_CHANGED,
    /// A rule fires for other facts.
    CONDITION_CHANGED,
    /// A rule does something else when it fires.
    CONSEQUENCE_CHANGED,
    /// A scenario is new.
    SCENARIO_ADDED,
    /// A scenario is gone.
    SCENARIO_REMOVED,
    /// What a scenario gives or expects changed.
    SCENARIO_CHANGED,
    /// What `ruleset.yaml` says changed.
    MANIFEST_CHANGED,
    /// A file differs in comments, layout, order or names of variables alone: nothing that decides.
    WORDING_CHANGED;

    /// Whether a decision or what guards it can differ by it.
    public boolean isOfMeaning() {
        return this != WORDING_CHANGED;
    }
}
