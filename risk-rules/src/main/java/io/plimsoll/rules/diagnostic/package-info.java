/// What is wrong with a rule set: every problem at once, each with its file and line, a sentence and a remedy.
@NullMarked
package io.plimsoll.rules.diagnostic;

import org.jspecify.annotations.NullMarked;
