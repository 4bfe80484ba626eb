/// Who asks, and what they may do. Everything that has to know it takes a
/// [Caller][io.plimsoll.service.caller.Caller]; how a request shows who sent it is known here alone. Which
/// operation takes which role stands at the operation.
@NullMarked
package io.plimsoll.service.caller;

import org.jspecify.annotations.NullMarked;
