/// Lines that metrics must not cross: a [Threshold][io.plimsoll.model.threshold.Threshold] is set by rules through the
/// [ThresholdSink][io.plimsoll.model.threshold.ThresholdSink]; one that is crossed is a
/// [Breach][io.plimsoll.model.threshold.Breach].
@NullMarked
package io.plimsoll.model.threshold;

import org.jspecify.annotations.NullMarked;
