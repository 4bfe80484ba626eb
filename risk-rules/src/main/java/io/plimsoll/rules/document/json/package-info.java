/// Strict JSON to records and back: [JsonDocuments][io.plimsoll.rules.document.json.JsonDocuments].
///
/// The records are the only description of a form: their components say what it holds, and their Jakarta Validation
/// annotations what is required and how it is bounded. Everything wrong with a text is reported at once, as
/// [DocumentProblem][io.plimsoll.rules.document.json.DocumentProblem]s.
@NullMarked
package io.plimsoll.rules.document.json;

import org.jspecify.annotations.NullMarked;
