/// What persons do to guards, kept and recorded: the kill switch with a port of its own, and what everybody
/// who has a say in the live book writes down about guards.
@NullMarked
package io.plimsoll.service.guard;

import org.jspecify.annotations.NullMarked;
