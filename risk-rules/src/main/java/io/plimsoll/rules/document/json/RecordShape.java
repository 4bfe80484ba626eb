package io.plimsoll.rules.document.json;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a record's components and their annotations say about the object that it is read from.
///
/// @param fields in the order of declaration
/// @param indexes the place of each field in [#fields()]
/// @param constructor takes an `Object[]` of the components
record RecordShape(List<Field> fields, Map<String, Integer> indexes, MethodHandle constructor) {

    /// One component.
    ///
    /// @param name of the field
    /// @param value what it may be
    /// @param required whether it must be there
    record Field(String name, ValueShape value, boolean required) {}

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return describe(type);
        }
    };

    /// The shape of a record.
    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /// Makes the record.
    Object create(@Nullable Object[] components) {
        try {
            return (Object) constructor.invokeExact(components);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A document record must not throw checked exceptions.", e);
        }
    }

    private static RecordShape describe(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Field> fields = new ArrayList<>();
        Map<String, Integer> indexes = new HashMap<>();
        for (RecordComponent component : components) {
            indexes.put(component.getName(), fields.size());
            fields.add(new Field(
                    component.getName(),
                    valueShape(component),
                    component.getAccessor().isAnnotationPresent(NotNull.class)));
        }
        return new RecordShape(List.copyOf(fields), Map.copyOf(indexes), constructor(type, components));
    }

    private static ValueShape valueShape(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return text(component.getAccessor().getAnnotation(Pattern.class));
        }
        if (type == BigDecimal.class) {
            return new ValueShape.Decimal();
        }
        if (type == Boolean.class) {
            return new ValueShape.Flag();
        }
        if (type == Instant.class) {
            return new ValueShape.Moment();
        }
        if (type.isEnum()) {
            return choice(type);
        }
        if (type == List.class && component.getGenericType() instanceof ParameterizedType list) {
            Size size = component.getAccessor().getAnnotation(Size.class);
            return new ValueShape.Entries(
                    element((Class<?>) list.getActualTypeArguments()[0], component),
                    size == null ? 0 : size.min(),
                    size == null ? Integer.MAX_VALUE : size.max());
        }
        return new ValueShape.Members(of(type));
    }

    private static ValueShape element(Class<?> type, RecordComponent list) {
        if (type != String.class) {
            return new ValueShape.Members(of(type));
        }
        AnnotatedType text = ((AnnotatedParameterizedType) list.getAccessor().getAnnotatedReturnType())
                .getAnnotatedActualTypeArguments()[0];
        return text(text.getAnnotation(Pattern.class));
    }

    private static ValueShape text(@Nullable Pattern form) {
        return new ValueShape.Text(form == null ? null : java.util.regex.Pattern.compile(form.regexp()));
    }

    private static ValueShape choice(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return new ValueShape.Choice(constants);
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, types.length)
                    .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalArgumentException("A document must be a public record (%s).".formatted(type), e);
        }
    }
}
