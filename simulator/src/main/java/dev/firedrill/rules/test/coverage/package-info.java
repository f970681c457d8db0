/// Which rules unit tests assert on, and which ways through their expressions the tests take.
@NullMarked
package dev.firedrill.rules.test.coverage;

import org.jspecify.annotations.NullMarked;
