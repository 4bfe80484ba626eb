package io.plimsoll.rules.catalogue;

/// Something of a fact that rules may read.
///
/// @param fact the fact's class
/// @param name as a rule names it
/// @param accessor the method that reads it
/// @param type what it is; of the model or of Java
/// @param isCalled whether a rule can only call its accessor. Drools takes a name that begins with `is` for that of a
///     getter (`isolatedMargin` for one of `olatedMargin`), and can't read a word of Java (`long`) as a name
/// @param unit in which it is given, in words
/// @param description what it is, in words
public record FactField(
        Class<?> fact, String name, String accessor, Class<?> type, boolean isCalled, String unit, String description) {

    /// As a constraint writes it.
    public String inConstraint() {
        return isCalled ? inConsequence() : name;
    }

    /// As a consequence writes it, which is Java.
    public String inConsequence() {
        return accessor + "()";
    }
}
