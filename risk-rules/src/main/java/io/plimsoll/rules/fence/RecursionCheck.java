package io.plimsoll.rules.fence;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Finds generated methods that lead back to themselves, however many calls that takes: with loops refused, it is the
/// only way left in which a rule might never end.
final class RecursionCheck {

    /// Sorted, so that a circle is always reported at the same method.
    private final Map<Member, Set<Member>> calls = new TreeMap<>(
            Comparator.comparing(Member::owner).thenComparing(Member::name).thenComparing(Member::descriptor));
    private final Set<Member> done = new HashSet<>();
    private final Consumer<Finding> report;

    private RecursionCheck(Consumer<Finding> report) {
        this.report = report;
    }

    static void check(Collection<GeneratedClass> classes, Consumer<Finding> report) {
        RecursionCheck check = new RecursionCheck(report);
        classes.forEach(check::read);
        check.calls.keySet().forEach(method -> check.visit(method, new HashSet<>()));
    }

    private void read(GeneratedClass generated) {
        for (MethodModel method : generated.model().methods()) {
            Member caller = new Member(
                    generated.name(),
                    method.methodName().stringValue(),
                    method.methodType().stringValue());
            Set<Member> callees = calls.computeIfAbsent(caller, _ -> new LinkedHashSet<>());
            method.code().ifPresent(code -> read(code, callees));
        }
    }

    private static void read(CodeModel code, Set<Member> callees) {
        for (CodeElement element : code) {
            if (element instanceof InvokeInstruction call) {
                callees.add(Member.of(call.method()));
            }
            if (element instanceof InvokeDynamicInstruction call) {
                for (LoadableConstantEntry argument :
                        call.invokedynamic().bootstrap().arguments()) {
                    if (argument instanceof MethodHandleEntry handle) {
                        callees.add(Member.of(handle.reference()));
                    }
                }
            }
        }
    }

    private void visit(Member method, Set<Member> path) {
        if (!path.add(method)) {
            report.accept(new Finding("fence.recursion", method.owner(), method.name(), method.shown()));
        } else if (!done.contains(method)) {
            for (Member callee : calls.getOrDefault(method, Set.of())) {
                if (calls.containsKey(callee)) {
                    visit(callee, path);
                }
            }
            path.remove(method);
        }
        done.add(method);
    }
}
