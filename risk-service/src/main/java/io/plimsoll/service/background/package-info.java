/// Work that the service does by itself, beside requests.
@NullMarked
package io.plimsoll.service.background;

import org.jspecify.annotations.NullMarked;
