package io.plimsoll.rules.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What rules may read of each type.
///
/// The list `facts.csv` says what is published, its unit and its meaning; everything else is taken from the classes. An
/// accessor that is new in the model is not published until the list says so, and a line that names none fails.
public final class FactFields {

    private static final Map<Class<?>, List<FactField>> FIELDS = read();

    private FactFields() {}

    /// Everything that is published, in the order of the list.
    public static Map<Class<?>, List<FactField>> all() {
        return FIELDS;
    }

    /// What is published of a type; nothing, if the type is not.
    public static List<FactField> of(Class<?> type) {
        return FIELDS.getOrDefault(type, List.of());
    }

    /// The field of this name.
    public static Optional<FactField> named(Class<?> type, String name) {
        return of(type).stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /// The field that a method reads.
    public static Optional<FactField> readBy(Class<?> type, String accessor) {
        return of(type).stream()
                .filter(field -> field.accessor().equals(accessor))
                .findFirst();
    }

    /// The published type of this fully qualified name.
    public static Optional<Class<?>> typeNamed(String name) {
        for (Class<?> type : FIELDS.keySet()) {
            if (type.getName().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static Map<Class<?>, List<FactField>> read() {
        Map<Class<?>, List<FactField>> fields = new LinkedHashMap<>();
        try (InputStream list = Objects.requireNonNull(FactFields.class.getResourceAsStream("facts.csv"))) {
            new String(list.readAllBytes(), UTF_8).lines().skip(1).forEach(line -> add(line.split(",", 4), fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fields.replaceAll((type, listed) -> List.copyOf(listed));
        return Collections.unmodifiableMap(fields);
    }

    private static void add(String[] cells, Map<Class<?>, List<FactField>> fields) {
        Class<?> fact = type(cells[0]);
        if (cells[1].isEmpty()) {
            fields.put(fact, new ArrayList<>());
        } else {
            Objects.requireNonNull(fields.get(fact)).add(field(fact, cells));
        }
    }

    private static FactField field(Class<?> fact, String[] cells) {
        boolean isCalled = cells[1].endsWith("()");
        String name = isCalled ? cells[1].substring(0, cells[1].length() - 2) : cells[1];
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Stream.of(name, "get" + capital, "is" + capital)
                .flatMap(accessor -> accessor(fact, accessor, name, isCalled, cells).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no such field (%s).".formatted(name)));
    }

    private static Optional<FactField> accessor(
            Class<?> fact, String accessor, String name, boolean isCalled, String[] cells) {
        try {
            Class<?> type = fact.getMethod(accessor).getReturnType();
            return Optional.of(new FactField(fact, name, accessor, type, isCalled, cells[2], cells[3]));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("There is no such type (%s).".formatted(name), e);
        }
    }
}
