package io.plimsoll.rules.document.json;

/// One thing that is wrong with a document, for the person who can mend it.
///
/// @param pointer where: a JSON pointer (RFC 6901), empty for the document as a whole
/// @param detail a sentence that names the value in parentheses
/// @param remedy a sentence on what to do, starting with "Maybe"
public record DocumentProblem(String pointer, String detail, String remedy) {

    /// For people: `/marks/0/price: price must be … Maybe …`.
    @Override
    public String toString() {
        return (pointer.isEmpty() ? "" : pointer + ": ") + detail + " " + remedy;
    }
}
