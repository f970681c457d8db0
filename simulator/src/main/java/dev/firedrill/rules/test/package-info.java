/// Runs unit tests of rules and reports what differed.
@NullMarked
package dev.firedrill.rules.test;

import org.jspecify.annotations.NullMarked;
