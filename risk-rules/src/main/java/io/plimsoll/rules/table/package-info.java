/// Decision tables: a [column file][io.plimsoll.rules.table.TableSpec] says what the cells of a CSV file mean, and
/// [RuleTables][io.plimsoll.rules.table.RuleTables] reads both into rows that rules join as facts.
@NullMarked
package io.plimsoll.rules.table;

import org.jspecify.annotations.NullMarked;
