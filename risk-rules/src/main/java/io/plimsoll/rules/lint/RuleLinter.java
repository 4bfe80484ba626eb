package io.plimsoll.rules.lint;

import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;

/// Checks one rule.
///
/// @param file where it stands
/// @param imports simple names of the types that the file imports
/// @param vocabulary what can be called
record RuleLinter(DrlFile file, Set<String> imports, Vocabulary vocabulary) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} &&[^\"\\\\]]{1,128}");
    private static final Pattern SALIENCE = Pattern.compile("-?[0-9]{1,6}");

    /// Reports everything that the rule may not do.
    void check(RuleDescr rule) {
        int start = rule.getStartCharacter();
        if (!NAME.matcher(rule.getName()).matches()) {
            String message = "The name of the rule must have 1 to 128 printable characters, without quotes.";
            file.refuse("lint.rule-name", start, message, "Maybe shorten it.");
        }
        if (rule.isQuery()) {
            file.refuse(
                    "lint.query",
                    start,
                    "A rule set has no queries (%s).".formatted(rule.getName()),
                    "Maybe write a rule.");
            return;
        }
        if (rule.getParentName() != null) {
            String message = "A rule can't extend another (%s).".formatted(rule.getParentName());
            file.refuse("lint.extends", start, message, "Maybe repeat its conditions.");
        }
        rule.getAnnotations().forEach(annotation -> refuseAnnotation(annotation, start));
        rule.getAttributes().values().stream()
                // Drools copies the attributes of the file to each rule.
                .filter(attribute -> attribute.getStartCharacter() >= start)
                .forEach(this::checkAttribute);
        if (!rule.getNamedConsequences().isEmpty()) {
            String message = "A rule has one consequence only (then[%s])."
                    .formatted(rule.getNamedConsequences().keySet().iterator().next());
            file.refuse("lint.named-consequence", start, message, "Maybe write a second rule.");
        }
        PatternLinter patterns = new PatternLinter(file, imports, vocabulary);
        Variables variables = new ConditionLinter(patterns).check(rule.getLhs());
        checkConsequence(rule, variables);
        variables.all().stream()
                .filter(variable -> !variable.isUsed() && variable.name().startsWith("$"))
                .forEach(this::warnUnused);
    }

    private void warnUnused(Variable variable) {
        int end = variable.offset() + variable.name().length();
        String message = "The variable (%s) is not used.".formatted(variable.name());
        file.warn("lint.unused", variable.offset(), end, message, "Maybe delete the binding.");
    }

    private void refuseAnnotation(AnnotationDescr annotation, int start) {
        int offset = file.offsetOf("@", start);
        String message = "A rule can't have annotations (@%s).".formatted(annotation.getName());
        file.refuse("lint.annotation", offset, message, "Maybe write a comment.");
    }

    private void checkAttribute(AttributeDescr attribute) {
        int offset = attribute.getStartCharacter();
        if (!attribute.getName().equals("salience")) {
            String message = "A rule can't have this attribute (%s).".formatted(attribute.getName());
            file.refuse("lint.attribute", offset, message, "Maybe delete it; the only attribute is salience.");
        } else if (!SALIENCE.matcher(attribute.getValue()).matches()) {
            String message = "The salience (%s) must be a whole number.".formatted(attribute.getValue());
            file.refuse("lint.salience", offset, message, "Maybe \"salience 10\".");
        }
    }

    /// Drools gives the text of a consequence and the place of its `then`; both must agree with the file, because the
    /// file is what is checked.
    private void checkConsequence(RuleDescr rule, Variables variables) {
        String text = file.text();
        int then = file.offsetOf(rule.getConsequenceLine(), rule.getConsequencePattern());
        String consequence = String.valueOf(rule.getConsequence());
        int start = then + "then".length();
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (!text.startsWith("then", then) || !text.startsWith(consequence.stripLeading(), start)) {
            file.refuse(
                    "lint.unreadable",
                    then,
                    "The consequence can't be read where it stands.",
                    "Maybe put then on a line.");
            return;
        }
        int end = start + consequence.strip().length();
        if (Tokens.of(text, start, end).stream().allMatch(token -> token.is(";") || token.type() == Token.Type.END)) {
            int name = then + "then".length();
            file.warn("lint.no-effect", then, name, "The rule does nothing.", "Maybe delete it, or call the sink.");
        }
        new ConsequenceLinter(file, imports, vocabulary, variables).check(start, end);
    }
}
