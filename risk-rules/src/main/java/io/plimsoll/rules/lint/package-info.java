/// The first fence: what a rule may say, decided on its syntax tree before anything is compiled.
///
/// [DrlLinter][io.plimsoll.rules.lint.DrlLinter] reads each file with Drools' parser and walks its tree; expressions
/// and
/// consequences are read by a parser of our own, whose grammar is the allow-list: what it can't read is refused.
/// (Drools' expression parser drops the positions of its nodes, and accepts most of Java.)
///
/// The language level is that which Drools 10 compiles with unless told otherwise (DRL6), so that the tree that is
/// checked is the tree that is compiled.
@NullMarked
package io.plimsoll.rules.lint;

import org.jspecify.annotations.NullMarked;
