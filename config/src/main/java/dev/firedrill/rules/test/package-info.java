/// Unit-test files for rules, as promtool reads them.
@NullMarked
package dev.firedrill.rules.test;

import org.jspecify.annotations.NullMarked;
