/// What can be held: an [Instrument][io.plimsoll.model.instrument.Instrument] with its tiered
/// [MarginSchedule][io.plimsoll.model.instrument.MarginSchedule], and the
/// [CollateralAsset][io.plimsoll.model.instrument.CollateralAsset]s that count as collateral.
@NullMarked
package io.plimsoll.model.instrument;

import org.jspecify.annotations.NullMarked;
