package io.plimsoll.rules.analysis;

import io.plimsoll.rules.diagnostic.Diagnostic;
import java.util.List;

/// Something that was proven about a table.
///
/// @param diagnostic what and where
/// @param examples accounts that show it: two where a comparison is shown, none where more was found than is listed
public record Finding(Diagnostic diagnostic, List<CounterExample> examples) {

    /// Keeps the examples as they are given.
    public Finding {
        examples = List.copyOf(examples);
    }
}
