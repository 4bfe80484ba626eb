/// All of it together: the [Decision][io.plimsoll.model.decision.Decision].
@NullMarked
package io.plimsoll.model.decision;

import org.jspecify.annotations.NullMarked;
