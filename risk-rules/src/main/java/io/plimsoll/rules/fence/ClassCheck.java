package io.plimsoll.rules.fence;

import java.lang.classfile.Annotation;
import java.lang.classfile.Attribute;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Checks one generated class: its frame here, its constant pool and its code by others.
///
/// @param generated the class
/// @param references what it may refer to
/// @param report takes what was found
record ClassCheck(GeneratedClass generated, References references, Consumer<Finding> report) {

    /// Java 17 and 21. We ask for 21; where something else in the process has used Drools before, it stays with 17.
    private static final Set<Integer> CLASS_FILE_VERSIONS = Set.of(61, 65);

    /// What the platform and Drools call by themselves, so that it could lead in circles, or run when nobody looks.
    private static final Set<String> CALLED_BY_OTHERS = Set.of(
            "finalize",
            "equals",
            "hashCode",
            "toString",
            "compareTo",
            "clone",
            "readObject",
            "readResolve",
            "writeReplace");

    /// None of these runs, or loads a class that is not in the constant pool.
    private static final Set<String> ATTRIBUTES = Set.of(
            "BootstrapMethods",
            "Code",
            "ConstantValue",
            "EnclosingMethod",
            "Exceptions",
            "InnerClasses",
            "LineNumberTable",
            "LocalVariableTable",
            "LocalVariableTypeTable",
            "MethodParameters",
            "NestHost",
            "NestMembers",
            "RuntimeInvisibleAnnotations",
            "RuntimeVisibleAnnotations",
            "Signature",
            "SourceFile",
            "StackMapTable");

    void check() {
        ClassModel model = generated.model();
        if (!CLASS_FILE_VERSIONS.contains(model.majorVersion()) || model.isModuleInfo()) {
            found("fence.class", "", "class file version " + model.majorVersion());
        }
        new ConstantPoolCheck(references, (code, what) -> found(code, "", what)).check(generated);
        model.superclass().ifPresent(type -> type(type, ""));
        model.interfaces().forEach(type -> type(type, ""));
        attributes(model, "");
        model.fields().forEach(field -> {
            attributes(field, "");
            types(field.fieldType().stringValue(), "");
        });
        model.methods().forEach(this::method);
    }

    private void method(MethodModel method) {
        String name = method.methodName().stringValue();
        for (AccessFlag flag : List.of(AccessFlag.NATIVE, AccessFlag.SYNCHRONIZED)) {
            if (method.flags().has(flag)) {
                found("fence.method", name, flag.name().toLowerCase(Locale.ROOT));
            }
        }
        if (CALLED_BY_OTHERS.contains(name)) {
            found("fence.method", name, name);
        }
        attributes(method, name);
        types(method.methodType().stringValue(), name);
        method.code().ifPresent(code -> {
            attributes(code, name);
            new CodeCheck(generated, references, (kind, what) -> found(kind, name, what)).check(method, code);
        });
    }

    private void attributes(AttributedElement element, String method) {
        for (Attribute<?> attribute : element.attributes()) {
            String name = attribute.attributeName().stringValue();
            if (!ATTRIBUTES.contains(name)) {
                found("fence.attribute", method, name);
            }
            switch (attribute) {
                case RuntimeVisibleAnnotationsAttribute visible -> annotations(visible.annotations(), method);
                case RuntimeInvisibleAnnotationsAttribute hidden -> annotations(hidden.annotations(), method);
                case ExceptionsAttribute exceptions -> exceptions.exceptions().forEach(type -> type(type, method));
                default -> {}
            }
        }
    }

    private void annotations(List<Annotation> annotations, String method) {
        for (Annotation annotation : annotations) {
            types(annotation.className().stringValue(), method);
            if (!annotation.elements().isEmpty()) {
                found("fence.attribute", method, annotation.classSymbol().displayName());
            }
        }
    }

    private void type(ClassEntry type, String method) {
        references.refusedType(type.asInternalName()).ifPresent(refused -> found("fence.type", method, refused));
    }

    private void types(String descriptor, String method) {
        references.refusedTypes(descriptor).ifPresent(refused -> found("fence.type", method, refused));
    }

    private void found(String code, String method, String what) {
        report.accept(new Finding(code, generated.name(), method, what));
    }
}
