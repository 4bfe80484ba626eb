/// The bodies of requests: which are read, how much of them, and how a stream of lines is answered by a
/// stream of lines.
@NullMarked
package io.plimsoll.service.body;

import org.jspecify.annotations.NullMarked;
