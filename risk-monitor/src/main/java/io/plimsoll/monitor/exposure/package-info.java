/// What of a whole book is past its thresholds after shocks to marks:
/// [BookExposure][io.plimsoll.monitor.exposure.BookExposure] takes one account after the other, and
/// [ExposureTable][io.plimsoll.monitor.exposure.ExposureTable] is what comes of them.
@NullMarked
package io.plimsoll.monitor.exposure;

import org.jspecify.annotations.NullMarked;
