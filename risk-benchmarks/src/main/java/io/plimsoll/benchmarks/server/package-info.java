/// What is measured from outside, in processes of its own.
@NullMarked
package io.plimsoll.benchmarks.server;

import org.jspecify.annotations.NullMarked;
