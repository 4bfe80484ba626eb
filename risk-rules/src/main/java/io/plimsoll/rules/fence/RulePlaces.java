package io.plimsoll.rules.fence;

import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.rules.lint.Phase;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the rules stand that were compiled, so that what is found in a class can be told of a file and a line.
public final class RulePlaces {

    private final Map<String, Set<Phase>> phases = new HashMap<>();
    private final Map<String, SourcePlace> files = new HashMap<>();
    private final Map<String, SourcePlace> rules = new HashMap<>();

    /// A file of rules.
    ///
    /// @param packageName the package of its rules, and so of the classes that are compiled from them
    /// @param phase the phase that they belong to, whose facts they may use
    public void addFile(String packageName, Phase phase, String file) {
        phases.computeIfAbsent(packageName, _ -> EnumSet.noneOf(Phase.class)).add(phase);
        files.putIfAbsent(packageName, new SourcePlace(file, 0));
    }

    /// A rule, in a file that was added.
    public void addRule(String packageName, String rule, SourcePlace place) {
        rules.putIfAbsent(key(packageName, rule), place);
    }

    /// The phases of the rules that a class can have been compiled from; none if it was compiled from no rule.
    Set<Phase> phases(GeneratedClass generated) {
        return packageOf(generated.packageName()).map(phases::get).orElse(Set.of());
    }

    /// The place of a rule.
    Optional<SourcePlace> rule(GeneratedClass generated, String rule) {
        return packageOf(generated.packageName()).map(name -> rules.get(key(name, rule)));
    }

    /// A file of the package that a class belongs to.
    SourcePlace file(GeneratedClass generated) {
        return packageOf(generated.packageName()).map(files::get).orElse(new SourcePlace(".", 0));
    }

    /// Drools spreads lambdas over packages below that of the rules.
    private Optional<String> packageOf(String packageName) {
        for (String name = packageName; !name.isEmpty(); name = parent(name)) {
            if (phases.containsKey(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static String parent(String packageName) {
        return packageName.substring(0, Math.max(0, packageName.lastIndexOf('.')));
    }

    private static String key(String packageName, String rule) {
        return packageName + "/" + rule;
    }
}
