/// What rules may read of the model: [FactFields][io.plimsoll.rules.catalogue.FactFields], with types, units and a line
/// of meaning each.
@NullMarked
package io.plimsoll.rules.catalogue;

import org.jspecify.annotations.NullMarked;
