/// How much: the smallest margin call, liquidation or rebalance that brings a metric back to its clear level.
@NullMarked
package io.plimsoll.model.sizing;

import org.jspecify.annotations.NullMarked;
