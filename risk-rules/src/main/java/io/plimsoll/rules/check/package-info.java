/// From files to a version that may go live: [RuleSetCheck][io.plimsoll.rules.check.RuleSetCheck] reads, lints,
/// compiles
/// and runs the scenarios.
@NullMarked
package io.plimsoll.rules.check;

import org.jspecify.annotations.NullMarked;
