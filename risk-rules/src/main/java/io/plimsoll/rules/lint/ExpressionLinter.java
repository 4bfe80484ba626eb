package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.NearestName;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks what an expression names and calls, once it has been read.
///
/// @param file where it stands
/// @param imports simple names of the types that the file imports
/// @param vocabulary what can be called
/// @param variables what is bound where the expression stands
/// @param place what it can speak of
record ExpressionLinter(
        DrlFile file, Set<String> imports, Vocabulary vocabulary, Set<String> variables, ExpressionPlace place) {

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Set<String> PACKAGES =
            Set.of("java", "javax", "jakarta", "jdk", "sun", "com", "org", "io", "net", "kotlin", "scala");

    /// Whether bare names are fields of a fact.
    boolean hasFields() {
        return place == ExpressionPlace.CONSTRAINT;
    }

    /// Reports everything in an expression that a rule may not do.
    void check(Expression expression) {
        switch (expression) {
            case Expression.Literal literal -> NumberLiteral.check(file, literal, place);
            case Expression.Name name -> checkName(name);
            case Expression.Access access -> checkAccess(access);
            case Expression.Call call -> new CallLinter(this).check(call);
            case Expression.Prefixed prefixed -> checkPrefixed(prefixed);
            case Expression.Binary binary -> checkBinary(binary);
            case Expression.In in -> checkIn(in);
        }
    }

    private void checkName(Expression.Name name) {
        String text = name.name();
        if (text.equals("drools") || text.equals("kcontext")) {
            String message = "A rule can't reach into the engine (%s).".formatted(text);
            file.refuse(
                    "lint.drools",
                    name.offset(),
                    message,
                    "Maybe call %s only.".formatted(file.catalogue().sink()));
        } else if (text.startsWith("$")) {
            if (!variables.contains(text)) {
                String message = "The variable (%s) is bound nowhere before this.".formatted(text);
                String remedy = NearestName.of(text, variables)
                        .filter(near -> text.length() > 3)
                        .map("Maybe %s."::formatted)
                        .orElseGet(() -> "Maybe bind it in a pattern: \"%s : …\".".formatted(text));
                file.refuse("lint.unknown-name", name.offset(), message, remedy);
            }
        } else if (text.equals(Phase.THRESHOLDS.folder()) || text.equals(Phase.ACTIONS.folder())) {
            file.refuse(
                    "lint.sink",
                    name.offset(),
                    "The sink (%s) is no value.".formatted(text),
                    "Maybe call it in the consequence.");
        } else if (PACKAGES.contains(text)) {
            refuseQualified(name.offset(), text);
        } else if (!hasFields() || Character.isUpperCase(text.charAt(0)) || text.startsWith("_")) {
            refuseUnknown(name);
        }
    }

    private void refuseUnknown(Expression.Name name) {
        String text = name.name();
        file.refuse(
                "lint.unknown-name",
                name.offset(),
                "The name (%s) is neither a variable nor %s.".formatted(text, hasFields() ? "a field" : "a constant"),
                Character.isUpperCase(text.charAt(0)) ? nearestType(text) : "Maybe $%s.".formatted(text));
    }

    private String nearestType(String text) {
        return NearestName.of(text, file.catalogue().constants().keySet())
                .map("Maybe %s."::formatted)
                .orElseGet(() -> "Maybe a constant of one of %s."
                        .formatted(file.catalogue().constantNames()));
    }

    private void refuseQualified(int offset, String name) {
        file.refuse(
                "lint.qualified-name",
                offset,
                "A rule can't name types by their package (%s…).".formatted(name),
                "Maybe import the type, if it is one of %s."
                        .formatted(file.catalogue().factNames()));
    }

    private void checkAccess(Expression.Access access) {
        if (access.scope() instanceof Expression.Name type && startsUpper(type.name())) {
            checkConstant(type, access);
        } else if (isNestedConstant(access)) {
            return;
        } else if (startsUpper(access.name()) && !isRead(access.scope())) {
            refuseQualified(access.offset(), file.text().substring(access.offset(), access.nameOffset()));
        } else {
            int before = file.findings();
            check(access.scope());
            // A capital letter makes it no field; that is said where fields are known.
            if (file.findings() == before && !startsUpper(access.name())) {
                checkAccessor(access.name(), access.nameOffset());
            }
        }
    }

    private static boolean isRead(Expression scope) {
        return scope instanceof Expression.Name name
                && (name.name().startsWith("$") || name.name().equals("this"));
    }

    /// `Holding.Type.ASSET` is the one constant of a type within a type.
    private boolean isNestedConstant(Expression.Access access) {
        boolean nested = access.scope() instanceof Expression.Access inner
                && inner.name().equals("Type")
                && inner.scope() instanceof Expression.Name outer
                && outer.name().equals("Holding");
        if (nested && !CONSTANT.matcher(access.name()).matches()) {
            refuseStatic(access.nameOffset(), access.name());
        }
        if (nested) {
            checkImported("Holding", access.offset());
        }
        return nested;
    }

    private void checkConstant(Expression.Name type, Expression.Access access) {
        if (!file.catalogue().constants().containsKey(type.name())) {
            if (file.catalogue().isOfLaterPhase(type.name())) {
                TypeLinter.refuseLaterPhase(file, type.name(), type.offset(), type.end());
            } else {
                refuseUnknown(type);
            }
        } else if (!CONSTANT.matcher(access.name()).matches()) {
            refuseStatic(access.nameOffset(), access.name());
        } else {
            checkImported(type.name(), type.offset());
        }
    }

    private void checkImported(String type, int offset) {
        if (!imports.contains(type)) {
            TypeLinter.refuseUnimported(file, type, offset);
        }
    }

    void refuseStatic(int offset, String name) {
        String message = "A rule can use the constants of a type only (%s is none).".formatted(name);
        file.refuse("lint.static", offset, message, "Maybe a name in capitals is meant.");
    }

    void checkAccessor(String name, int offset) {
        if (Vocabulary.leadsToClasses(name)) {
            file.refuse(
                    "lint.reflection",
                    offset,
                    "A rule can't look at classes (%s).".formatted(name),
                    "Maybe match the type.");
        } else if (!Vocabulary.isAccessor(name)) {
            CallLinter.refuseMethod(file, name, offset);
        }
    }

    private void checkBinary(Expression.Binary binary) {
        check(binary.left());
        check(binary.right());
        if (place == ExpressionPlace.CONSEQUENCE && !isJoining(binary)) {
            refuseOperator(binary.operator().text(), binary.operator().offset());
        }
        if (isJoining(binary)) {
            String message = "A rule can't join texts (+).";
            file.refuse(
                    "lint.concatenation", binary.operator().offset(), message, "Maybe a table column holds the text.");
        }
    }

    private static boolean isJoining(Expression.Binary binary) {
        return binary.operator().is("+") && (isText(binary.left()) || isText(binary.right()));
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.isText();
    }

    private void checkPrefixed(Expression.Prefixed prefixed) {
        check(prefixed.operand());
        if (place == ExpressionPlace.CONSEQUENCE) {
            refuseOperator(prefixed.operator(), prefixed.offset());
        }
    }

    /// Decimals are objects to Java, which has no operators for them.
    private void refuseOperator(String operator, int offset) {
        String message = "A consequence can't compute with operators (%s).".formatted(operator);
        file.refuse("lint.consequence-operator", offset, message, "Maybe add, subtract, multiply or negate.");
    }

    /// Drools ends with an exception of its own at a sign within a list or an argument.
    void refuseSign(Expression expression) {
        if (expression instanceof Expression.Prefixed sign && sign.operator().equals("-")) {
            String message = "A number can't have a sign here.";
            file.refuse("lint.sign", sign.offset(), message, "Maybe compare with ==, or call .negate() on the result.");
        }
    }

    private void checkIn(Expression.In in) {
        check(in.value());
        for (Expression option : in.options()) {
            refuseSign(option);
            Expression value = option instanceof Expression.Prefixed prefixed ? prefixed.operand() : option;
            if (value instanceof Expression.Literal literal) {
                NumberLiteral.checkInList(file, literal, place);
            } else {
                check(option);
            }
        }
    }

    static boolean startsUpper(String name) {
        return Character.isUpperCase(name.charAt(0));
    }
}
