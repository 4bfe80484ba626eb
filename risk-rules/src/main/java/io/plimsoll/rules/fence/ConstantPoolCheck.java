package io.plimsoll.rules.fence;

import java.lang.classfile.Attributes;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.ModuleEntry;
import java.lang.classfile.constantpool.PackageEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/// Holds everything in a class's constant pool against the list. An instruction can refer to nothing that is not in the
/// pool, so that this check is complete, whatever instructions there are.
///
/// @param references what the class may refer to
/// @param report takes a code and what was found
record ConstantPoolCheck(References references, BiConsumer<String, String> report) {

    void check(GeneratedClass generated) {
        Set<Integer> named = namedOnly(generated);
        for (PoolEntry entry : generated.model().constantPool()) {
            switch (entry) {
                case MemberRefEntry member -> checkMember(Member.of(member));
                case ClassEntry type -> checkType(type, named);
                case MethodHandleEntry handle -> checkHandle(handle);
                case MethodTypeEntry types -> checkTypes(types.descriptor().stringValue());
                case InvokeDynamicEntry call -> checkCallSite(call);
                case ConstantDynamicEntry constant ->
                    report.accept("fence.constant", constant.name().stringValue());
                case ModuleEntry module ->
                    report.accept("fence.type", module.name().stringValue());
                case PackageEntry module ->
                    report.accept("fence.type", module.name().stringValue());
                // Texts, numbers, and names with types: they are checked where they are used.
                default -> {}
            }
        }
    }

    /// The entries of the table of inner classes. It says how classes are nested and loads none; what else uses one of
    /// its entries is checked where it is used.
    private static Set<Integer> namedOnly(GeneratedClass generated) {
        Set<Integer> named = new HashSet<>();
        generated
                .model()
                .findAttribute(Attributes.innerClasses())
                .ifPresent(table -> table.classes().forEach(inner -> {
                    named.add(inner.innerClass().index());
                    inner.outerClass().ifPresent(outer -> named.add(outer.index()));
                }));
        return named;
    }

    private void checkMember(Member member) {
        if (!references.allows(member) && !references.allowsBootstrap(member)) {
            report.accept("fence.reference", member.shown());
        }
    }

    private void checkType(ClassEntry type, Set<Integer> named) {
        // An owner of what may be called is in the pool whenever that is; the code may not name it otherwise.
        boolean owner = references.allowed().linked().contains(type.asInternalName());
        if (!owner && !named.contains(type.index())) {
            references.refusedType(type.asInternalName()).ifPresent(refused -> report.accept("fence.type", refused));
        }
    }

    private void checkHandle(MethodHandleEntry handle) {
        Member member = Member.of(handle.reference());
        if (!references.allows(member) && !references.allowsBootstrap(member)) {
            report.accept("fence.reference", member.shown());
        }
    }

    private void checkTypes(String descriptor) {
        references.refusedTypes(descriptor).ifPresent(refused -> report.accept("fence.type", refused));
    }

    private void checkCallSite(InvokeDynamicEntry call) {
        checkTypes(call.type().stringValue());
        Member bootstrap = Member.of(call.bootstrap().bootstrapMethod().reference());
        if (!references.allowsBootstrap(bootstrap)) {
            report.accept("fence.bootstrap", bootstrap.shown());
        }
        for (LoadableConstantEntry argument : call.bootstrap().arguments()) {
            if (argument instanceof MethodHandleEntry handle && !references.allows(Member.of(handle.reference()))) {
                report.accept("fence.reference", Member.of(handle.reference()).shown());
            }
            if (argument instanceof ClassEntry type) {
                references
                        .refusedType(type.asInternalName())
                        .ifPresent(refused -> report.accept("fence.type", refused));
            }
        }
    }
}
