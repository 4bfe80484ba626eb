/// What all facts have in common: the [checks][io.plimsoll.model.fact.Facts] at birth.
@NullMarked
package io.plimsoll.model.fact;

import org.jspecify.annotations.NullMarked;
