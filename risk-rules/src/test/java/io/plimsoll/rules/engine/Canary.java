package io.plimsoll.rules.engine;

/// A class that tells if it was so much as initialised.
public final class Canary {

    static final String PROPERTY = "plimsoll.canary";

    static {
        System.setProperty(PROPERTY, "initialised");
    }

    private Canary() {}

    /// Tells that code of a rule has run.
    public static Object touch() {
        System.setProperty(PROPERTY, "touched");
        return PROPERTY;
    }
}
