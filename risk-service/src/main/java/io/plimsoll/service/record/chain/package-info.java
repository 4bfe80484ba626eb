/// The hash chain under the record: [Chain][io.plimsoll.service.record.chain.Chain] seals each entry with the
/// hash of the one before it, and a [CheckpointKey][io.plimsoll.service.record.chain.CheckpointKey] signs how
/// far it has come. Pure but for key files: no database, no clock. The format is in `docs/reference/record.md`.
@NullMarked
package io.plimsoll.service.record.chain;

import org.jspecify.annotations.NullMarked;
