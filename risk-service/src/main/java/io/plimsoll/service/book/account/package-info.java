/// The accounts of the book, one at a time and in bulk.
@NullMarked
package io.plimsoll.service.book.account;

import org.jspecify.annotations.NullMarked;
