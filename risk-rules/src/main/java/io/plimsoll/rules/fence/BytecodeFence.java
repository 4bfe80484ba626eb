package io.plimsoll.rules.fence;

import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.lint.Phase;
import io.plimsoll.rules.lint.PublishedTypes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Holds every reference of every generated class against the allow-list of its phase.
public final class BytecodeFence {

    private static final AllowList COMMON = AllowListReader.read();
    private static final Map<Phase, AllowList> BY_PHASE = new EnumMap<>(Phase.class);

    static {
        for (Phase phase : Phase.values()) {
            BY_PHASE.put(phase, COMMON.or(FactMembers.of(PublishedTypes.of(phase))));
        }
    }

    private static final AllowList ANY =
            BY_PHASE.values().stream().reduce(AllowList::or).orElse(COMMON);

    private final RulePlaces places;
    private final Map<String, GeneratedClass> classes = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private BytecodeFence(RulePlaces places) {
        this.places = places;
    }

    /// Checks classes, none of which may be loaded yet.
    ///
    /// @param files all class files that may ever be loaded, by path (`rules/Rules1.class`)
    /// @param places where their rules stand
    /// @return the bytes that were checked
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException with everything that a rule may not compile to
    public static CheckedClasses check(Map<String, byte[]> files, RulePlaces places) {
        CheckedClasses checked = CheckedClasses.copyOf(files);
        BytecodeFence fence = new BytecodeFence(places);
        fence.parse(checked);
        fence.classes.values().forEach(fence::check);
        fence.unlessUnreadable("", () -> RecursionCheck.check(fence.classes.values(), fence.findings::add));
        fence.report();
        return checked;
    }

    /// Whether a class has to be loaded for anything that generated classes may refer to.
    ///
    /// @param name with dots
    public static boolean needs(String name) {
        return ANY.needs(name.replace('.', '/'));
    }

    /// Whether rules may name a class.
    ///
    /// @param name with dots
    public static boolean names(String name) {
        return ANY.allowsType(name.replace('.', '/'));
    }

    private void parse(CheckedClasses checked) {
        for (String name : checked.names()) {
            unlessUnreadable(name, () -> {
                GeneratedClass generated =
                        GeneratedClass.parse(checked.bytes(name).orElseThrow());
                if (!generated.name().equals(name)) {
                    findings.add(new Finding("fence.class", name, "", generated.name()));
                }
                classes.put(name, generated);
            });
        }
    }

    private void check(GeneratedClass generated) {
        unlessUnreadable(
                generated.name(),
                () -> new ClassCheck(generated, new References(classes, allowed(generated)), findings::add).check());
    }

    /// Class files are read as they are looked at; what can't be read is refused.
    private void unlessUnreadable(String name, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            findings.add(new Finding("fence.class", name, "", String.valueOf(e.getMessage())));
        }
    }

    private AllowList allowed(GeneratedClass generated) {
        return places.phases(generated).stream()
                .map(BY_PHASE::get)
                .reduce(AllowList::or)
                .orElse(COMMON);
    }

    private void report() {
        if (findings.isEmpty()) {
            return;
        }
        Diagnostics diagnostics = new Diagnostics();
        RuleNames names = RuleNames.of(classes.values());
        for (Finding finding : findings) {
            String rule = names.rule(finding).orElse("");
            SourcePlace place = place(finding, rule);
            diagnostics.error(finding.code(), place.file(), place.line(), 0, message(finding, rule), remedy(finding));
        }
        diagnostics.throwIfErrors();
    }

    private SourcePlace place(Finding finding, String rule) {
        GeneratedClass generated = classes.get(finding.type());
        return generated == null
                ? new SourcePlace(".", 0)
                : places.rule(generated, rule).orElse(places.file(generated));
    }

    private static String message(Finding finding, String rule) {
        String subject = rule.isEmpty() ? "What the rules are compiled to" : "The rule \"%s\"".formatted(rule);
        return switch (finding.code()) {
            case "fence.reference", "fence.bootstrap" -> "%s can't use this (%s).".formatted(subject, finding.what());
            case "fence.type" -> "%s can't name this type (%s).".formatted(subject, finding.what());
            case "fence.write" -> "%s can't change a field (%s).".formatted(subject, finding.what());
            case "fence.recursion" -> "%s can't call itself (%s).".formatted(subject, finding.what());
            case "fence.class" -> "%s can't be read (%s).".formatted(subject, finding.what());
            default -> "%s can't contain this (%s).".formatted(subject, finding.what());
        };
    }

    private static String remedy(Finding finding) {
        return Set.of("fence.reference", "fence.bootstrap", "fence.type").contains(finding.code())
                ? "Maybe a field of a fact or a column of a table says the same; what is missing belongs in the model."
                : "Maybe say it with patterns and tables; what is missing belongs in the model.";
    }
}
