package io.plimsoll.service.ruledesk;

import java.math.BigDecimal;

/// What a change would do to the accounts that are known.
///
/// @param digest names the finding; approvals are for exactly this one
/// @param accounts how many accounts were looked at
/// @param flipped the share of them that would be called, liquidated or released, from 0 to 1
public record Impact(String digest, int accounts, BigDecimal flipped) {}
