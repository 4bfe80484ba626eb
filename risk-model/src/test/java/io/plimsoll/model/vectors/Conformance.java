package io.plimsoll.model.vectors;

import java.io.IOException;
import java.nio.file.Path;

/// Runs every vector under a folder against the model and prints the table: `./plimsoll conformance
/// <folder>`.
///
/// Exits with 0 if all that is covered is right, 1 if a figure is wrong or a vector can't be read, 2 if there
/// is nothing to run.
public final class Conformance {

    private Conformance() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        if (arguments.length != 1) {
            System.err.println("conformance takes one folder of vectors, such as ../shared/vectors.");
            return 2;
        }
        try {
            ConformanceTable table = ConformanceTable.of(VectorFolder.read(Path.of(arguments[0])));
            System.out.print(table.text());
            return table.wrong().isEmpty() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            System.err.println("%s can't be read: %s".formatted(arguments[0], e));
            return 2;
        }
    }
}
