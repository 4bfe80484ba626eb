/// Everything needed to decide about one account: the [Snapshot][io.plimsoll.model.snapshot.Snapshot].
@NullMarked
package io.plimsoll.model.snapshot;

import org.jspecify.annotations.NullMarked;
