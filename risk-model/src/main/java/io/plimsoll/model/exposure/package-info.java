/// How far marks are from where an account's thresholds trip, and what is exposed there:
/// [AccountExposure][io.plimsoll.model.exposure.AccountExposure].
@NullMarked
package io.plimsoll.model.exposure;

import org.jspecify.annotations.NullMarked;
