package io.plimsoll.rules.lint;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.catalogue.FactFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.EntryPointDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.WindowReferenceDescr;
import org.jspecify.annotations.Nullable;

/// Checks a pattern: its type, its constraints, and where its facts come from.
///
/// @param file where it stands
/// @param imports simple names of the types that the file imports
/// @param vocabulary what can be called
record PatternLinter(DrlFile file, Set<String> imports, Vocabulary vocabulary) {

    /// Checks a pattern, and adds the variables that it binds.
    void check(PatternDescr pattern, Variables variables) {
        int offset = pattern.getStartCharacter();
        if (pattern.getObjectType() == null) {
            file.refuse("lint.path", offset, "A rule can't match by paths (/…).", "Maybe match the fact by its type.");
            return;
        }
        new TypeLinter(file, imports).check(pattern.getObjectType(), offsetOfType(pattern));
        if (pattern.isQuery()) {
            file.refuse("lint.query", offset, "A rule can't call a query.", "Maybe write its patterns out.");
        }
        if (!pattern.getAnnotations().isEmpty()) {
            file.refuse("lint.annotation", offset, "A pattern can't have annotations.", "Maybe delete them.");
        }
        if (!pattern.getBehaviors().isEmpty()) {
            file.refuse(
                    "lint.window", offset, "A rule can't use windows (over).", "Maybe a signal holds what is meant.");
        }
        checkSource(pattern.getSource(), offset);
        Value fact = factOf(pattern);
        String identifier = pattern.getIdentifier();
        if (identifier != null && !identifier.isEmpty()) {
            if (pattern.isUnification()) {
                constraints().refuseUnification(offset);
            }
            constraints().bind(identifier, offset, fact, variables);
        }
        checkConstraints(pattern, fact, variables);
    }

    /// Checks constraints, and what they bind.
    ConstraintLinter constraints() {
        return new ConstraintLinter(file, imports, vocabulary);
    }

    private void checkConstraints(PatternDescr pattern, Value fact, Variables variables) {
        List<Expression> readable = new ArrayList<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            constraints()
                    .check(constraint, fact, variables, ExpressionPlace.CONSTRAINT)
                    .ifPresent(readable::add);
        }
        new Contradictions(file).check(readable);
        if (fact.type() == ThresholdRow.class) {
            new RowLinter(file, vocabulary).check(readable);
        }
    }

    /// What the pattern matches; of rows, only those of the tables that its constraints name.
    private Value factOf(PatternDescr pattern) {
        String name = file.catalogue().facts().get(pattern.getObjectType());
        Value fact = name == null
                ? Value.UNKNOWN
                : FactFields.typeNamed(name).map(Value::of).orElse(Value.UNKNOWN);
        if (fact.type() != ThresholdRow.class) {
            return fact;
        }
        List<Expression> readable = pattern.getConstraint().getDescrs().stream()
                .flatMap(constraint -> constraints().parsed(constraint).stream())
                .toList();
        return fact.from(RowTables.named(readable));
    }

    private int offsetOfType(PatternDescr pattern) {
        int start = pattern.getStartCharacter();
        List<Token> tokens = Tokens.of(file.text(), start, Math.max(start, pattern.getEndCharacter()));
        boolean isBound = tokens.size() > 2
                && tokens.getFirst().is(String.valueOf(pattern.getIdentifier()))
                && (tokens.get(1).is(":") || tokens.get(1).is(":="));
        return isBound ? tokens.get(2).offset() : start;
    }

    private void checkSource(@Nullable PatternSourceDescr source, int pattern) {
        if (source == null || source instanceof AccumulateDescr) {
            return;
        }
        int offset = file.offsetOf("from", pattern);
        switch (source) {
            case CollectDescr _ ->
                file.refuse("lint.collect", offset, "A rule can't use collect.", "Maybe accumulate.");
            case EntryPointDescr _ ->
                file.refuse("lint.entry-point", offset, "There are no entry points.", "Maybe delete it.");
            case WindowReferenceDescr _ ->
                file.refuse("lint.window", offset, "There are no windows.", "Maybe delete it.");
            default ->
                file.refuse(
                        "lint.from",
                        offset,
                        "A rule can't draw facts from an expression (from).",
                        "Maybe match them directly: everything of a snapshot is a fact.");
        }
    }
}
