/// What holders of perpetuals pay each other: [FundingPayment][io.plimsoll.model.funding.FundingPayment].
@NullMarked
package io.plimsoll.model.funding;

import org.jspecify.annotations.NullMarked;
