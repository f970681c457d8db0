/// What routes can match, decided on sets of label values rather than by trying.
///
/// Sets are finite automata; where a regular expression is more than they can hold, nothing is
/// said.
@NullMarked
package dev.firedrill.lint.routing;

import org.jspecify.annotations.NullMarked;
