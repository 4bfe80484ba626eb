/// The language of margin risk: every noun that a rule, a risk officer or a regulator would use.
///
/// Read the rooms in the order in which data flows: `number` (exact arithmetic) → `instrument`, `account`,
/// `market` (what is known) → `snapshot` (all of it for one account) → `margin`, `allocation` (what follows
/// by arithmetic) → `threshold` (limits and breaches) → `action` (what to do about it) → `decision` (all of
/// it together).
///
/// Beside the way: `lending` and `accrual`, mathematics of collateralised loans and of time that needs
/// `number`, `rounding` and `fact` only.
@NullMarked
package io.plimsoll.model;

import org.jspecify.annotations.NullMarked;
