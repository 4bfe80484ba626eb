/// How an account's net worth is spread, beside how it should be: weights and drift.
@NullMarked
package io.plimsoll.model.allocation;

import org.jspecify.annotations.NullMarked;
