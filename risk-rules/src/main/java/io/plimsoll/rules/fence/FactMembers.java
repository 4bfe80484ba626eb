package io.plimsoll.rules.fence;

import io.plimsoll.rules.lint.PublishedTypes;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Derives what rules may use of the model from what the linter publishes to them: what reads a fact without arguments,
/// the constants of a type, and the methods of the sink.
final class FactMembers {

    private static final String MODEL = "io.plimsoll.model.";

    /// Holds facts that a phase may not see.
    private static final String SNAPSHOTS = MODEL + "snapshot.";

    /// What every object has is no field of a fact.
    private static final Set<String> NO_FIELDS = Set.of("hashCode", "toString");

    private final Set<Member> members = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Deque<Class<?>> toRead = new ArrayDeque<>();

    private FactMembers() {}

    /// What may be used of published types.
    ///
    /// @throws IllegalStateException if one of them does not exist
    static AllowList of(PublishedTypes published) {
        FactMembers facts = new FactMembers();
        published.facts().forEach(fact -> facts.fact(named(fact)));
        published.constants().forEach(type -> facts.constants(named(type)));
        Class<?> sink = named(published.sink());
        facts.types.add(internal(sink));
        for (Method method : sink.getMethods()) {
            if (published.sinkMethods().contains(method.getName())) {
                facts.allow(sink, method.getName(), descriptor(method));
            }
        }
        while (!facts.toRead.isEmpty()) {
            facts.readers(facts.toRead.removeFirst());
        }
        return new AllowList(facts.members, Set.of(), facts.types, Set.of());
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, FactMembers.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The published type (%s) does not exist.".formatted(name), e);
        }
    }

    private void fact(Class<?> type) {
        if (types.add(internal(type)) && type.getName().startsWith(MODEL)) {
            toRead.add(type);
        }
    }

    private void readers(Class<?> type) {
        for (Method method : type.getMethods()) {
            boolean reads = method.getParameterCount() == 0
                    && method.getReturnType() != void.class
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass().getName().startsWith(MODEL)
                    && !method.getReturnType().getName().startsWith(SNAPSHOTS)
                    && !NO_FIELDS.contains(method.getName());
            if (reads) {
                allow(type, method.getName(), descriptor(method));
                if (!method.getReturnType().isPrimitive()) {
                    fact(method.getReturnType());
                }
            }
        }
    }

    private void constants(Class<?> type) {
        fact(type);
        if (type.getName().startsWith(MODEL)) {
            for (Class<?> nested : type.getDeclaredClasses()) {
                constants(nested);
            }
            for (Field field : type.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                    allow(type, field.getName(), field.getType().descriptorString());
                }
            }
        }
    }

    private void allow(Class<?> owner, String name, String descriptor) {
        members.add(new Member(internal(owner), name, descriptor));
    }

    private static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .descriptorString();
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
