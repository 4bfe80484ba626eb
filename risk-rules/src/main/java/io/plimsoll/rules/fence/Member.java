package io.plimsoll.rules.fence;

import java.lang.classfile.constantpool.MemberRefEntry;

/// A field or a method, as class files name it.
///
/// @param owner internal name of its class (`java/lang/String`)
/// @param name its name
/// @param descriptor its types
record Member(String owner, String name, String descriptor) {

    static Member of(MemberRefEntry entry) {
        return new Member(
                entry.owner().asInternalName(),
                entry.name().stringValue(),
                entry.type().stringValue());
    }

    /// For people: `java.lang.Runtime.getRuntime`.
    String shown() {
        return owner.replace('/', '.') + "." + name;
    }
}
