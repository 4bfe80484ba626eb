/// A candidate rule set is tried in a Java process of its own first, which can be killed:
/// [CandidateCheck][io.plimsoll.rules.candidate.CandidateCheck] sends it the files and gets the diagnostics back.
///
/// Compiling rules takes memory and time that only the compiler knows, and no thread can be stopped from outside. What
/// the process accepts within its limits is compiled here again; nothing that it built is taken over.
@NullMarked
package io.plimsoll.rules.candidate;

import org.jspecify.annotations.NullMarked;
