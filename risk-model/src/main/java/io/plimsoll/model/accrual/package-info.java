/// What grows or moves with time alone: interest ([LinearInterest][io.plimsoll.model.accrual.LinearInterest],
/// [CompoundedInterest][io.plimsoll.model.accrual.CompoundedInterest]), balances kept by an index
/// ([IndexedBalance][io.plimsoll.model.accrual.IndexedBalance]), funding of perpetuals
/// ([FundedPosition][io.plimsoll.model.accrual.FundedPosition],
/// [PremiumFunding][io.plimsoll.model.accrual.PremiumFunding]) and limits that are moved gradually
/// ([LinearRamp][io.plimsoll.model.accrual.LinearRamp]).
///
/// Rates are per year and plain (0.05 is 5 %); a year has 31,536,000 seconds. Results are exact, or rounded
/// as a [Rounding][io.plimsoll.model.rounding.Rounding] or the method says.
@NullMarked
package io.plimsoll.model.accrual;

import org.jspecify.annotations.NullMarked;
