/// Everything that the service refuses, in one form: RFC 9457 problems with a stable
/// [type][io.plimsoll.service.problem.ProblemType], a place and a remedy. `docs/reference/problems.md` lists the types.
@NullMarked
package io.plimsoll.service.problem;

import org.jspecify.annotations.NullMarked;
