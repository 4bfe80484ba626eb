package io.plimsoll.monitor.exposure;

import java.math.BigDecimal;

/// What of a book is past thresholds of one kind after one shock. Amounts are in one currency, zero or more.
///
/// @param shock the share by which marks move, times their betas
/// @param accounts how many accounts have crossed a threshold of the kind
/// @param newAccounts how many of them have not at present
/// @param notional of the positions that the crossed thresholds are about, at the shocked marks: exact, and
///     rounded once to 18 decimals, HALF_EVEN, if it is not a decimal that ends
/// @param debt what is owed where the crossed thresholds are about debts, in the same way
/// @param deficit the money that brings these accounts back to their limits, of each account rounded up to 18
///     decimals
/// @param shortfall how far equity is below 0, of each account rounded up to 18 decimals
public record ExposureRow(
        BigDecimal shock,
        long accounts,
        long newAccounts,
        BigDecimal notional,
        BigDecimal debt,
        BigDecimal deficit,
        BigDecimal shortfall) {}
