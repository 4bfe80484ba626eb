package io.plimsoll.rules.table;

import io.plimsoll.rules.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/// One line of a CSV file (RFC 4180) that is neither blank nor a `#` comment.
///
/// This is not done by a library, because those that count lines rightly stop at the first malformed quote and let a
/// quoted cell run over the lines behind it. Here a row is a line: a quote that is not closed costs its own line, and
/// every other problem of the file is still found.
///
/// @param line counted from 1, as an editor counts
/// @param cells without quotes and without the blanks around them; none if the line is malformed
record CsvLine(int line, List<String> cells) {

    /// The lines of a text; malformed ones have no cells, and a diagnostic.
    static List<CsvLine> read(String file, String text, Diagnostics diagnostics) {
        List<CsvLine> lines = new ArrayList<>();
        String[] all = text.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            String content = all[i].strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            List<String> cells = new ArrayList<>();
            if (split(content, cells)) {
                lines.add(new CsvLine(i + 1, List.copyOf(cells)));
            } else {
                lines.add(new CsvLine(i + 1, List.of()));
                diagnostics.error(
                        "table.quote",
                        file,
                        i + 1,
                        0,
                        "The cell (%s) has a quote that is not closed, or text beside its quotes."
                                .formatted(shortened(cells.getLast())),
                        "Maybe put the whole cell in quotes, on one line, and write a quote within it twice.");
            }
        }
        return lines;
    }

    boolean isMalformed() {
        return cells.isEmpty();
    }

    /// Whether the line is well-formed; if not, the last cell is the malformed one.
    private static boolean split(String content, List<String> cells) {
        int position = 0;
        while (true) {
            int start = skipBlanks(content, position);
            int end = start < content.length() && content.charAt(start) == '"'
                    ? quotedCell(content, start, cells)
                    : plainCell(content, start, cells);
            if (end < 0) {
                cells.add(content.substring(start));
                return false;
            }
            if (end == content.length()) {
                return true;
            }
            position = end + 1;
        }
    }

    private static int plainCell(String content, int start, List<String> cells) {
        int comma = content.indexOf(',', start);
        int end = comma < 0 ? content.length() : comma;
        String cell = content.substring(start, end).strip();
        if (cell.indexOf('"') >= 0) {
            return -1;
        }
        cells.add(cell);
        return end;
    }

    private static int quotedCell(String content, int start, List<String> cells) {
        StringBuilder cell = new StringBuilder();
        int position = start + 1;
        while (position < content.length()) {
            char c = content.charAt(position);
            boolean doubled = content.startsWith("\"\"", position);
            if (c == '"' && !doubled) {
                cells.add(cell.toString().strip());
                int end = skipBlanks(content, position + 1);
                boolean closed = end == content.length() || content.charAt(end) == ',';
                return closed ? end : -1;
            }
            cell.append(c);
            position += doubled ? 2 : 1;
        }
        return -1;
    }

    private static int skipBlanks(String content, int start) {
        int position = start;
        while (position < content.length() && (content.charAt(position) == ' ' || content.charAt(position) == '\t')) {
            position++;
        }
        return position;
    }

    private static String shortened(String cell) {
        return cell.length() <= RowReader.MAX_CELL_LENGTH ? cell : cell.substring(0, RowReader.MAX_CELL_LENGTH) + "…";
    }
}
