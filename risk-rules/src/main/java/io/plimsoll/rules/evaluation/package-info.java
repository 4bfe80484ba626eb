/// One snapshot through one version: [RuleSetVersion][io.plimsoll.rules.evaluation.RuleSetVersion] sets thresholds,
/// finds breaches and chooses actions. Pure: no clock, no input or output, no randomness.
@NullMarked
package io.plimsoll.rules.evaluation;

import org.jspecify.annotations.NullMarked;
