package io.plimsoll.rules.engine;

import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.fence.RulePlaces;
import io.plimsoll.rules.lint.Phase;
import io.plimsoll.rules.source.RuleSetSource;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/// Reads where rules stand, for what is found in the classes that they are compiled to.
final class RulePlaceReader {

    private RulePlaceReader() {}

    /// The places of all rules of a rule set.
    static RulePlaces read(RuleSetSource source) {
        RulePlaces places = new RulePlaces();
        for (Phase phase : Phase.values()) {
            for (String path : source.paths(phase.folder(), ".drl")) {
                source.text(path, new Diagnostics()).ifPresent(text -> read(path, text, phase, places));
            }
        }
        return places;
    }

    private static void read(String path, String text, Phase phase, RulePlaces places) {
        PackageDescr tree;
        try {
            tree = new DrlParser(LanguageLevelOption.DRL6).parse(false, text);
        } catch (DroolsParserException _) {
            // The compiler says so itself.
            return;
        }
        if (tree != null) {
            places.addFile(tree.getName(), phase, path);
            for (RuleDescr rule : tree.getRules()) {
                places.addRule(tree.getName(), rule.getName(), new SourcePlace(path, Math.max(0, rule.getLine())));
            }
        }
    }
}
