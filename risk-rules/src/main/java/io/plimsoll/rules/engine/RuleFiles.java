package io.plimsoll.rules.engine;

import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.fence.RulePlaces;
import io.plimsoll.rules.lint.Phase;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.List;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/// Reads rule files as the compiler will, and stops what the fence would come too late for: what Drools runs while it
/// compiles, and what it leaves out without a word.
final class RuleFiles {

    private RuleFiles() {}

    /// The places of all rules of a rule set.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if a file declares what Drools loads while it
    ///     compiles, or its package is not named like its phase
    static RulePlaces read(RuleSetSource source) {
        Diagnostics diagnostics = new Diagnostics();
        RulePlaces places = new RulePlaces();
        for (Phase phase : Phase.values()) {
            for (String path : source.paths(phase.folder(), ".drl")) {
                source.text(path, new Diagnostics()).ifPresent(text -> read(path, text, phase, places, diagnostics));
            }
        }
        diagnostics.throwIfErrors();
        return places;
    }

    private static void read(String path, String text, Phase phase, RulePlaces places, Diagnostics diagnostics) {
        PackageDescr tree;
        try {
            tree = new DrlParser(LanguageLevelOption.DRL6).parse(false, text);
        } catch (DroolsParserException _) {
            // The compiler says so itself.
            return;
        }
        if (tree == null) {
            return;
        }
        checkPackage(path, tree, phase, diagnostics);
        checkDeclarations(path, tree, diagnostics);
        places.addFile(tree.getName(), phase, path);
        for (RuleDescr rule : tree.getRules()) {
            places.addRule(tree.getName(), rule.getName(), new SourcePlace(path, Math.max(0, rule.getLine())));
        }
    }

    /// Each phase is a base of its own, made of the package of its name.
    private static void checkPackage(String path, PackageDescr tree, Phase phase, Diagnostics diagnostics) {
        if (!phase.folder().equals(tree.getName())) {
            diagnostics.error(
                    "compile.package",
                    path,
                    0,
                    0,
                    "The rules of the package (%s) would never run.".formatted(tree.getName()),
                    "Maybe begin the file with \"package %s;\".".formatted(phase.folder()));
        }
    }

    /// Drools defines declared types and enums by a class loader of its own, and makes an instance of each accumulate
    /// function, before there is anything to check.
    private static void checkDeclarations(String path, PackageDescr tree, Diagnostics diagnostics) {
        Stream.of(tree.getTypeDeclarations(), tree.getEnumDeclarations(), tree.getAccumulateImports())
                .flatMap(List::stream)
                .forEach(declaration -> diagnostics.error(
                        "compile.declaration",
                        path,
                        Math.max(0, declaration.getLine()),
                        0,
                        "Types and accumulate functions would be run while rules are compiled.",
                        "Maybe delete the declaration; what is missing belongs in the model."));
    }
}
