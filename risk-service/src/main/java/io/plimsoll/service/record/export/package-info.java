/// Exports of the record and their verification, without the service and its database:
/// [ExportVerifier][io.plimsoll.service.record.export.ExportVerifier] reads the lines that
/// [chain][io.plimsoll.service.record.chain] and [RuleSetLine][io.plimsoll.service.record.export.RuleSetLine]
/// write. A second verifier, without shared code, is `tools/verify_export.py`; a change here is a change there.
@NullMarked
package io.plimsoll.service.record.export;

import org.jspecify.annotations.NullMarked;
