/// What requests that change something have in common: keys, by which they can be sent again, and entity
/// tags, by which nobody's change is lost.
@NullMarked
package io.plimsoll.service.keyed;

import org.jspecify.annotations.NullMarked;
