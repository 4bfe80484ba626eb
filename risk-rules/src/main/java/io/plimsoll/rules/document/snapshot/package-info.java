/// The written form of a snapshot: [SnapshotReader][io.plimsoll.rules.document.snapshot.SnapshotReader] and
/// [SnapshotWriter][io.plimsoll.rules.document.snapshot.SnapshotWriter].
@NullMarked
package io.plimsoll.rules.document.snapshot;

import org.jspecify.annotations.NullMarked;
