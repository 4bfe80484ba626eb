/// Safe zones: intervals of marks in which no account that is watched can reach one of its lines.
/// [SafeZones][io.plimsoll.monitor.zone.SafeZones] is where to start.
@NullMarked
package io.plimsoll.monitor.zone;

import org.jspecify.annotations.NullMarked;
