package io.plimsoll.benchmarks;

/// Runs the benchmark that the first argument names.
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String... args) {
        if (args.length > 0) {
            System.err.println("There is no benchmark (" + args[0] + ").");
        }
        System.err.println("Usage: ./plimsoll bench <name> [--json]");
        System.exit(2);
    }
}
