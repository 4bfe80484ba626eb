/// Benchmarks by name, each run beside a peer so that its figures mean something on any machine.
@NullMarked
package io.plimsoll.benchmarks;

import org.jspecify.annotations.NullMarked;
