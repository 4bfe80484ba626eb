/// Drools, and nowhere else: [CompiledRules][io.plimsoll.rules.engine.CompiledRules] turns checked rule text into two
/// [PhaseRules][io.plimsoll.rules.engine.PhaseRules], each with a pool of warm sessions in which the table rows already
/// lie. No Drools type shows on the outside.
@NullMarked
package io.plimsoll.rules.engine;

import org.jspecify.annotations.NullMarked;
