package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.RuleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

/// Decides which rule files may be compiled, and says what is wrong with the others.
///
/// It only parses: compiling a rule can run code that the rule names, even if the result is thrown away.
public final class DrlLinter {

    /// The most rules of a rule set.
    public static final int MAX_RULES = 500;

    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;
    private final List<RuleOutline> outlines = new ArrayList<>();
    private final Map<String, RuleOutline> seen = new HashMap<>();
    private int rules;

    private DrlLinter(Vocabulary vocabulary, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
    }

    /// Checks all rules of a rule set.
    ///
    /// @param tables whose columns the rules may name
    /// @param diagnostics gets everything that is refused
    /// @return the rules that are accepted; the rule set may be compiled only if nothing was refused
    public static List<RuleOutline> lint(RuleSetSource source, List<RuleTable> tables, Diagnostics diagnostics) {
        DrlLinter linter = new DrlLinter(Vocabulary.of(tables, source, diagnostics), diagnostics);
        for (Phase phase : Phase.values()) {
            for (String path : source.paths(phase.folder(), ".drl")) {
                source.text(path, diagnostics)
                        .ifPresent(text -> linter.lint(new DrlFile(path, text, phase, diagnostics)));
            }
        }
        linter.refuseElsewhere(source);
        return List.copyOf(linter.outlines);
    }

    /// A rule file that no phase reads would be a rule that never runs.
    private void refuseElsewhere(RuleSetSource source) {
        for (String path : source.paths()) {
            boolean read = List.of(Phase.values()).stream()
                    .anyMatch(phase -> source.paths(phase.folder(), ".drl").contains(path));
            if (path.endsWith(".drl") && !read) {
                diagnostics.add(Diagnostic.error(
                        "lint.place",
                        path,
                        0,
                        0,
                        "Rules are read from thresholds/ and actions/ only.",
                        "Maybe move the file into one of the two."));
            }
        }
    }

    private void lint(DrlFile file) {
        if (!SourceScanner.accepts(file)) {
            return;
        }
        DrlReader.read(file).ifPresent(tree -> {
            try {
                check(file, tree);
            } catch (StackOverflowError e) {
                file.refuse("lint.limit", 0, "The file is nested too deep to be checked.", "Maybe split its rules.");
            }
        });
    }

    private void check(DrlFile file, PackageDescr tree) {
        Set<String> imports = new PackageLinter(file).check(tree);
        RuleLinter linter = new RuleLinter(file, imports, vocabulary);
        for (RuleDescr rule : tree.getRules()) {
            int before = file.findings();
            rules++;
            if (rules > MAX_RULES) {
                String message = "The rule set has more than %d rules.".formatted(MAX_RULES);
                file.refuse("lint.limit", rule.getStartCharacter(), message, "Maybe use a table: one rule, many rows.");
                return;
            }
            linter.check(rule);
            int line = file.lineOf(Math.max(0, rule.getStartCharacter()));
            RuleOutline outline = new RuleOutline(rule.getName(), file.path(), line, file.phase());
            refuseDuplicate(file, rule, outline);
            if (file.findings() == before) {
                outlines.add(outline);
            }
        }
    }

    private void refuseDuplicate(DrlFile file, RuleDescr rule, RuleOutline outline) {
        RuleOutline first = seen.putIfAbsent(file.phase() + " " + rule.getName(), outline);
        if (first != null) {
            file.refuse(
                    "lint.duplicate-rule",
                    rule.getStartCharacter(),
                    "A rule of this name (%s) is already in %s:%d."
                            .formatted(rule.getName(), first.file(), first.line()),
                    "Maybe rename one of the two.");
        }
    }
}
