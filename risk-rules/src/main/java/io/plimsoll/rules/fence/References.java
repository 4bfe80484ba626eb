package io.plimsoll.rules.fence;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides what one generated class may refer to: other generated classes, and what is on the list.
///
/// @param generated all classes that are checked, by internal name; no other is ever defined
/// @param allowed what may be referred to outside of them
record References(Map<String, GeneratedClass> generated, AllowList allowed) {

    /// Whether a member may be used. What a generated class inherits is none of its own: it must be named at its owner,
    /// and be on the list there.
    boolean allows(Member member) {
        GeneratedClass owner = generated.get(member.owner());
        return owner == null ? allowed.allows(member) : owner.declared().contains(member);
    }

    boolean allowsBootstrap(Member member) {
        return allowed.allowsBootstrap(member);
    }

    /// The class that may not be named, if this is one.
    ///
    /// @param name internal name, or the descriptor of an array
    Optional<String> refusedType(String name) {
        if (name.startsWith("[")) {
            return refusedTypes(name);
        }
        return generated.containsKey(name) || allowed.allowsType(name)
                ? Optional.empty()
                : Optional.of(name.replace('/', '.'));
    }

    /// The first class of a descriptor that may not be named.
    Optional<String> refusedTypes(String descriptor) {
        if (!descriptor.startsWith("(")) {
            return refused(ClassDesc.ofDescriptor(descriptor));
        }
        MethodTypeDesc types = MethodTypeDesc.ofDescriptor(descriptor);
        return Stream.concat(Stream.of(types.returnType()), types.parameterList().stream())
                .flatMap(type -> refused(type).stream())
                .findFirst();
    }

    private Optional<String> refused(ClassDesc type) {
        ClassDesc element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        String descriptor = element.descriptorString();
        return element.isPrimitive() ? Optional.empty() : refusedType(descriptor.substring(1, descriptor.length() - 1));
    }
}
