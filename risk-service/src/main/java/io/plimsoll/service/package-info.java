/// The running product: [Plimsoll][io.plimsoll.service.Plimsoll] starts either the REST service on Quarkus or one
/// command of the command line.
@NullMarked
package io.plimsoll.service;

import org.jspecify.annotations.NullMarked;
