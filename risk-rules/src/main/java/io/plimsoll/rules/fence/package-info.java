/// The second fence: what the classes that were compiled from rules refer to, looked at before one of them is loaded.
///
/// [BytecodeFence][io.plimsoll.rules.fence.BytecodeFence] parses every generated class and holds each reference in it
/// against an allow-list of owners and members (`allowed.txt`, and the facts that the linter publishes). What passes is
/// a [CheckedClasses][io.plimsoll.rules.fence.CheckedClasses]: an immutable copy of the bytes that were looked at, and
/// the only thing that classes are defined from.
///
/// The fence knows nothing of Drools and loads nothing that is generated. It would hold if the first fence were not
/// there.
@NullMarked
package io.plimsoll.rules.fence;

import org.jspecify.annotations.NullMarked;
