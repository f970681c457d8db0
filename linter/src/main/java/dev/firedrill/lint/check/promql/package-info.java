/// Checks of PromQL expressions, in rules of both kinds. One check a file.
@NullMarked
package dev.firedrill.lint.check.promql;

import org.jspecify.annotations.NullMarked;
