/// Episodes: from the moment a breach is first seen until its metric is at the clear level, with the actions
/// that came of it and what became of these.
@NullMarked
package io.plimsoll.monitor.episode;

import org.jspecify.annotations.NullMarked;
