/// Runs hourly candles against a small book: [ReplayCommand][io.plimsoll.service.replay.ReplayCommand] reads both,
/// [AccountReplay][io.plimsoll.service.replay.AccountReplay] walks one account along the prices, and
/// [ReplayReport][io.plimsoll.service.replay.ReplayReport] says hour by hour what happened to whom.
@NullMarked
package io.plimsoll.service.replay;

import org.jspecify.annotations.NullMarked;
