/// What can be proven about decision tables: [TableAnalysis][io.plimsoll.rules.analysis.TableAnalysis] finds gaps,
/// overlaps, rows and columns that do nothing, breaks in the order of risk and of limits, and holes in time. Exactly,
/// and
/// each with an [account][io.plimsoll.rules.analysis.CounterExample] that shows it.
@NullMarked
package io.plimsoll.rules.analysis;

import org.jspecify.annotations.NullMarked;
