/// The written form of a snapshot: [SnapshotReader][io.plimsoll.rules.document.snapshot.SnapshotReader] and
/// [SnapshotWriter][io.plimsoll.rules.document.snapshot.SnapshotWriter]; and of its parts by themselves,
/// [FactReader][io.plimsoll.rules.document.snapshot.FactReader] and
/// [FactWriter][io.plimsoll.rules.document.snapshot.FactWriter].
@NullMarked
package io.plimsoll.rules.document.snapshot;

import org.jspecify.annotations.NullMarked;
