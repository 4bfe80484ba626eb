/// What the requests to the book have in common.
@NullMarked
package io.plimsoll.service.book.api;

import org.jspecify.annotations.NullMarked;
