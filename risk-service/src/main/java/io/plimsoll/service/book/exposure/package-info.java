/// What of the whole book is past its thresholds after shocks to marks, by the live rules.
@NullMarked
package io.plimsoll.service.book.exposure;

import org.jspecify.annotations.NullMarked;
