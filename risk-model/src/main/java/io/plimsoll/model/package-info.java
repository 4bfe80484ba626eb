/// The language of margin risk: what is known about an account, what follows from it by arithmetic, which
/// thresholds it crosses and what is to be done about that.
///
/// Everything here is immutable and pure: no clock, no input or output, no floating-point money, no framework.
@NullMarked
package io.plimsoll.model;

import org.jspecify.annotations.NullMarked;
