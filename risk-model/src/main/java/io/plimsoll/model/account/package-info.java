/// Who is watched: an [Account][io.plimsoll.model.account.Account] with its balances, positions and allocation targets.
@NullMarked
package io.plimsoll.model.account;

import org.jspecify.annotations.NullMarked;
