/// Checks of rules of both kinds and of rule sets. One check a file.
@NullMarked
package dev.firedrill.lint.check.rule;

import org.jspecify.annotations.NullMarked;
