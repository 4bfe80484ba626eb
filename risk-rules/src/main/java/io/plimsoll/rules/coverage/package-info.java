/// How much of a rule set its scenarios reach: rules, table rows, and the limits from both sides.
///
/// [Coverage][io.plimsoll.rules.coverage.Coverage] is what is found, a
/// [CoverageCollector][io.plimsoll.rules.coverage.CoverageCollector] finds it.
@NullMarked
package io.plimsoll.rules.coverage;

import org.jspecify.annotations.NullMarked;
