package io.plimsoll.rules.fence;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.HashSet;
import java.util.Set;

/// A class that was compiled from rules, parsed and not loaded.
///
/// @param name internal name
/// @param model the class file
/// @param declared its own fields and methods
record GeneratedClass(String name, ClassModel model, Set<Member> declared) {

    /// @throws IllegalArgumentException if the bytes are no class file
    static GeneratedClass parse(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        String name = model.thisClass().asInternalName();
        Set<Member> declared = new HashSet<>();
        model.fields()
                .forEach(field -> declared.add(new Member(
                        name, field.fieldName().stringValue(), field.fieldType().stringValue())));
        model.methods()
                .forEach(method -> declared.add(new Member(
                        name,
                        method.methodName().stringValue(),
                        method.methodType().stringValue())));
        return new GeneratedClass(name, model, declared);
    }

    /// The package, with dots.
    String packageName() {
        int end = name.lastIndexOf('/');
        return end < 0 ? "" : name.substring(0, end).replace('/', '.');
    }
}
