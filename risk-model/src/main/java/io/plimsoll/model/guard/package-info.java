/// The limits that guards hold to: [GuardSettings][io.plimsoll.model.guard.GuardSettings]. Every
/// limit has a least and a greatest value, so that none can be switched off, and limits that belong together are
/// checked together.
@NullMarked
package io.plimsoll.model.guard;

import org.jspecify.annotations.NullMarked;
