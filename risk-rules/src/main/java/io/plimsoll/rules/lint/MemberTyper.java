package io.plimsoll.rules.lint;

import io.plimsoll.rules.catalogue.FactField;
import io.plimsoll.rules.catalogue.FactFields;
import io.plimsoll.rules.diagnostic.NearestName;
import java.util.List;
import java.util.Optional;

/// Reads the fields of facts, by name or by accessor.
///
/// @param typer of the expression that they stand in
record MemberTyper(ExpressionTyper typer) {

    /// What a field is, read by its name.
    Value field(Value scope, String name, int offset) {
        if (!scope.isKnown()) {
            return Value.UNKNOWN;
        }
        Optional<FactField> field = FactFields.named(scope.type(), name);
        if (field.isEmpty()) {
            return unknown(scope, name, offset);
        }
        boolean isJava = typer.place() == ExpressionPlace.CONSEQUENCE;
        if (isJava || field.get().isCalled()) {
            String reason = isJava ? "a consequence is Java" : "Drools takes it for something else";
            String message = "The field (%s) can't be read by its name: %s.".formatted(name, reason);
            String remedy = "Maybe %s.".formatted(field.get().inConsequence());
            typer.file().refuse("lint.accessor", offset, message, remedy);
        }
        return valueOf(scope, field.get());
    }

    /// What a field is, read by its accessor.
    Value accessor(Value scope, Expression.Call call) {
        Optional<FactField> field = FactFields.readBy(scope.type(), call.name());
        if (field.isPresent()) {
            return valueOf(scope, field.get());
        }
        Optional<FactField> named = FactFields.named(scope.type(), call.name());
        if (named.isPresent()) {
            String message = "The field (%s) is not read by a method of this name.".formatted(call.name());
            String remedy = "Maybe %s.".formatted(written(named.get()));
            typer.file().refuse("lint.accessor", call.nameOffset(), message, remedy);
            return valueOf(scope, named.get());
        }
        return unknown(scope, call.name(), call.nameOffset());
    }

    private static Value valueOf(Value scope, FactField field) {
        Value value = Value.of(field.type());
        boolean keepsUnit = scope.type() == field.type();
        return keepsUnit ? value.in(scope.unit()) : value;
    }

    private String written(FactField field) {
        return typer.place() == ExpressionPlace.CONSEQUENCE ? field.inConsequence() : field.inConstraint();
    }

    private Value unknown(Value scope, String name, int offset) {
        List<String> known =
                FactFields.of(scope.type()).stream().map(this::written).toList();
        String what = scope.is(Value.Kind.FACT)
                ? "The fact (%s)".formatted(scope.type().getSimpleName())
                : "%s%s"
                        .formatted(
                                scope.words().substring(0, 1).toUpperCase(java.util.Locale.ROOT),
                                scope.words().substring(1));
        String message = "%s has no field (%s) that rules may read.".formatted(what, name);
        String remedy = NearestName.of(name, known)
                .map("Maybe %s."::formatted)
                .orElseGet(() -> known.isEmpty()
                        ? "Maybe compare it as it is."
                        : "Maybe one of %s.".formatted(String.join(", ", known)));
        typer.file().refuse("lint.field", offset, offset + name.length(), message, remedy);
        return Value.UNKNOWN;
    }
}
