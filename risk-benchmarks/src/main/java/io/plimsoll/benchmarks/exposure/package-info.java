/// What the exposure of a book over a grid of shocks costs, beside evaluating every account at every shock.
@NullMarked
package io.plimsoll.benchmarks.exposure;

import org.jspecify.annotations.NullMarked;
