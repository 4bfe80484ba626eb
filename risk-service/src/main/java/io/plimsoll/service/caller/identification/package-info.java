/// How a request shows who sent it: by a credential that the service has made itself, by the token of an OpenID
/// Connect provider, or not at all.
@NullMarked
package io.plimsoll.service.caller.identification;

import org.jspecify.annotations.NullMarked;
