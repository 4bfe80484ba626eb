package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.NearestName;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the constants of a type: `MarginMode.CROSS`, `BigDecimal.ONE`, `Holding.Type.ASSET`.
final class ConstantTyper {

    private ConstantTyper() {}

    /// The type that an expression names, if it names one.
    static Optional<Class<?>> typeOf(FactCatalogue catalogue, Expression expression) {
        if (expression instanceof Expression.Name name) {
            return Optional.ofNullable(catalogue.constants().get(name.name())).map(ConstantTyper::named);
        }
        if (expression instanceof Expression.Access nested
                && nested.scope() instanceof Expression.Name outer
                && catalogue.constants().containsKey(outer.name())) {
            return typeOf(catalogue, outer)
                    .flatMap(type -> Arrays.stream(type.getClasses())
                            .filter(inner -> inner.getSimpleName().equals(nested.name()))
                            .findFirst());
        }
        return Optional.empty();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The published type (%s) does not exist.".formatted(name), e);
        }
    }

    /// What a constant is; unknown, and reported, if the type has none of this name.
    static Value typed(DrlFile file, Class<?> type, Expression.Access access) {
        List<String> constants = constants(type);
        if (constants.contains(access.name())) {
            return Value.of(type);
        }
        String message = "The type (%s) has no constant (%s).".formatted(Value.name(type), access.name());
        String remedy = NearestName.of(access.name(), constants)
                .map("Maybe %s."::formatted)
                .orElseGet(() -> "Maybe one of %s.".formatted(String.join(", ", constants)));
        file.refuse("lint.constant", access.nameOffset(), message, remedy);
        return Value.UNKNOWN;
    }

    /// The constants of a type that are of the type itself.
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
                .map(Field::getName)
                .toList();
    }
}
