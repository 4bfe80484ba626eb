package io.plimsoll.service.caller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Who may do what, as the reference says.
final class AccessTable {

    private static final Path REFERENCE = Path.of("../docs/reference/access.md");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern CELLS = Pattern.compile("\\|");

    private AccessTable() {}

    /// What stands in the cell of each operation and role: `yes`, `what-if` or nothing.
    static Map<String, Map<Role, String>> read() {
        Map<String, Map<Role, String>> table = new LinkedHashMap<>();
        for (String line : lines()) {
            if (line.startsWith("| `")) {
                List<String> cells =
                        CELLS.splitAsStream(line).map(String::strip).toList();
                if (cells.size() != Role.values().length + 2) {
                    continue;
                }
                Map<Role, String> roles = new EnumMap<>(Role.class);
                // In the order of the columns, which is that of the enum.
                Iterator<String> word = cells.subList(2, cells.size()).iterator();
                for (Role role : Role.values()) {
                    roles.put(role, word.next());
                }
                NAME.matcher(cells.get(1)).results().forEach(name -> table.put(name.group(1), roles));
            }
        }
        return table;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(REFERENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
