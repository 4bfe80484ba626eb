package io.plimsoll.rules.document.json;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a document, so that all of it can be reported at once.
public final class Problems {

    /// The most problems that are kept: nobody reads more, and a hostile document must not fill the memory.
    public static final int MAX_PROBLEMS = 100;

    private static final String REMEDY = ". Maybe ";

    private final List<DocumentProblem> collected = new ArrayList<>();

    /// Adds a problem.
    ///
    /// @param pointer where, as a JSON pointer
    /// @param clause what is wrong: follows the name of the value, as in "(-5) must be greater than 0."
    /// @param remedy what to do, starting with "Maybe"
    public void add(String pointer, String clause, String remedy) {
        if (!isFull()) {
            collected.add(new DocumentProblem(pointer, name(pointer) + " " + clause, remedy));
        }
    }

    /// Adds a problem whose reason may end in a remedy: "must be …, but is …. Maybe …".
    public void add(String pointer, String reason) {
        int end = reason.indexOf(REMEDY);
        if (end < 0) {
            add(pointer, reason, "Maybe correct it and send the document again.");
        } else {
            add(pointer, reason.substring(0, end + 1), reason.substring(end + 2));
        }
    }

    /// Whether nothing is wrong so far.
    public boolean isEmpty() {
        return collected.isEmpty();
    }

    /// Whether further problems are dropped.
    public boolean isFull() {
        return collected.size() >= MAX_PROBLEMS;
    }

    /// What was added, in the order in which it was found.
    public List<DocumentProblem> all() {
        return List.copyOf(collected);
    }

    /// Ends the reading if there is a problem.
    ///
    /// @throws InvalidDocumentException with all problems, if there is one
    public void throwIfAny() {
        if (!collected.isEmpty()) {
            throw new InvalidDocumentException(collected);
        }
    }

    /// What to call a value in a sentence: its field, or its list and place in it.
    private static String name(String pointer) {
        int last = pointer.lastIndexOf('/');
        if (last < 0) {
            return "The document";
        }
        boolean isEntry = last + 1 < pointer.length()
                && pointer.substring(last + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        int start = isEntry ? pointer.lastIndexOf('/', last - 1) : last;
        return pointer.substring(start + 1).replace("~1", "/").replace("~0", "~");
    }
}
