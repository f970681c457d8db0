/// Checks of unit tests for rules: what makes a test pass without it having tested anything.
@NullMarked
package dev.firedrill.rules.test.check;

import org.jspecify.annotations.NullMarked;
