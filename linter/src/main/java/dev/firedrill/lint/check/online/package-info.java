/// Checks that ask a server: whether series are there, how often an alert would have fired, what a
/// rule costs. They run only where a server is given.
@NullMarked
package dev.firedrill.lint.check.online;

import org.jspecify.annotations.NullMarked;
