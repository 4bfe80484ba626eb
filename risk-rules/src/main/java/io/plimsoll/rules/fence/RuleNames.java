package io.plimsoll.rules.fence;

import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the rule that a generated class or method belongs to: Drools makes one method of each rule, which says its
/// name and takes its lambdas.
final class RuleNames {

    private static final String DSL = "org/drools/modelcompiler/dsl/pattern/D";

    private final Map<String, String> ruleOfMethod = new HashMap<>();
    private final Map<String, String> ruleOfClass = new HashMap<>();

    static RuleNames of(Collection<GeneratedClass> classes) {
        RuleNames names = new RuleNames();
        for (GeneratedClass generated : classes) {
            for (MethodModel method : generated.model().methods()) {
                method.code().ifPresent(code -> names.read(generated, method, code));
            }
        }
        return names;
    }

    /// The rule that a finding is of, if it can be told.
    Optional<String> rule(Finding finding) {
        return Optional.ofNullable(ruleOfMethod.get(finding.type() + "." + finding.method()))
                .or(() -> Optional.ofNullable(ruleOfClass.get(finding.type())));
    }

    private void read(GeneratedClass generated, MethodModel method, CodeModel code) {
        String text = "";
        String rule = "";
        Set<String> lambdas = new HashSet<>();
        for (Object element : code) {
            if (element instanceof LoadConstantInstruction constant
                    && constant.constantEntry() instanceof StringEntry loaded) {
                text = loaded.stringValue();
            }
            if (element instanceof FieldInstruction field) {
                lambdas.add(field.owner().asInternalName());
            }
            if (element instanceof InvokeInstruction call
                    && call.owner().asInternalName().equals(DSL)
                    && call.name().equalsString("rule")) {
                rule = text;
            }
        }
        if (!rule.isEmpty()) {
            ruleOfMethod.put(generated.name() + "." + method.methodName().stringValue(), rule);
            for (String lambda : lambdas) {
                ruleOfClass.putIfAbsent(lambda, rule);
            }
        }
    }
}
