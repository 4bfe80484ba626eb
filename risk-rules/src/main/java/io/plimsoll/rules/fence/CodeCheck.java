package io.plimsoll.rules.fence;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.DoubleEntry;
import java.lang.classfile.constantpool.FloatEntry;
import java.lang.classfile.constantpool.IntegerEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.LongEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Checks the instructions of one method: what they use, that they only go forward, and that they change nothing.
final class CodeCheck {

    private final GeneratedClass generated;
    private final References references;
    private final BiConsumer<String, String> report;
    private final Set<Label> passed = new HashSet<>();

    /// @param report takes a code and what was found
    CodeCheck(GeneratedClass generated, References references, BiConsumer<String, String> report) {
        this.generated = generated;
        this.references = references;
        this.report = report;
    }

    void check(MethodModel method, CodeModel code) {
        for (CodeElement element : code) {
            switch (element) {
                case LabelTarget target -> passed.add(target.label());
                // A handler can lead back to what it catches from, and a rule has nothing to catch.
                case ExceptionCatch _ -> report.accept("fence.catch", "catch");
                case Instruction instruction -> check(method, instruction);
                default -> {}
            }
        }
    }

    private void check(MethodModel method, Instruction instruction) {
        switch (instruction) {
            case BranchInstruction branch -> forward(Stream.of(branch.target()));
            case LookupSwitchInstruction choice -> forward(targets(choice.defaultTarget(), choice.cases()));
            case TableSwitchInstruction choice -> forward(targets(choice.defaultTarget(), choice.cases()));
            case MonitorInstruction _ -> report.accept("fence.monitor", "synchronized");
            case DiscontinuedInstruction _ -> report.accept("fence.loop", "jsr");
            case FieldInstruction field -> field(method, field);
            case InvokeInstruction call -> member(Member.of(call.method()));
            case LoadConstantInstruction constant -> constant(constant.constantEntry());
            case NewObjectInstruction object -> type(object.className());
            case NewReferenceArrayInstruction array -> type(array.componentType());
            case NewMultiArrayInstruction array -> type(array.arrayType());
            case TypeCheckInstruction check -> type(check.type());
            default -> {}
        }
    }

    private static Stream<Label> targets(Label defaultTarget, List<SwitchCase> cases) {
        return Stream.concat(Stream.of(defaultTarget), cases.stream().map(SwitchCase::target));
    }

    private void forward(Stream<Label> targets) {
        if (targets.anyMatch(passed::contains)) {
            report.accept("fence.loop", "a loop");
        }
    }

    private void field(MethodModel method, FieldInstruction field) {
        Member member = Member.of(field.field());
        String name = method.methodName().stringValue();
        boolean own = member.owner().equals(generated.name());
        switch (field.opcode()) {
            case PUTSTATIC -> write(member, own && name.equals("<clinit>"));
            case PUTFIELD -> write(member, own && name.equals("<init>"));
            default -> {}
        }
        member(member);
    }

    private void write(Member member, boolean allowed) {
        if (!allowed) {
            report.accept("fence.write", member.shown());
        }
    }

    /// The constant pool may hold a bootstrap; an instruction may not use it.
    private void member(Member member) {
        if (!references.allows(member)) {
            report.accept("fence.reference", member.shown());
        }
    }

    private void type(ClassEntry type) {
        references.refusedType(type.asInternalName()).ifPresent(refused -> report.accept("fence.type", refused));
    }

    private void constant(LoadableConstantEntry constant) {
        switch (constant) {
            case ClassEntry type -> type(type);
            case StringEntry _, IntegerEntry _, LongEntry _, FloatEntry _, DoubleEntry _ -> {}
            default -> report.accept("fence.constant", constant.getClass().getSimpleName());
        }
    }
}
