/// Snapshots of the book, and what the live rules say about them.
@NullMarked
package io.plimsoll.service.book.risk;

import org.jspecify.annotations.NullMarked;
